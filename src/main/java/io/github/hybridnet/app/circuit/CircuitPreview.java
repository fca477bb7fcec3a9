package io.github.hybridnet.app.circuit;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.ScopeFinder;
import io.github.hybridnet.app.change.PlanRefusals;
import io.github.hybridnet.app.change.PlanWorkflow;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.outage.TotalOutage;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a plan that {@code create-circuit} carries out: the declared circuits and their
 * groups.
 */
public final class CircuitPreview {
  private final List<DeclaredResource> desired;
  private final boolean noPeeringKeys;

  private CircuitPreview(List<DeclaredResource> desired, boolean noPeeringKeys) {
    this.desired = desired;
    this.noPeeringKeys = noPeeringKeys;
  }

  /** The preview of a network whose circuit is not planned here. */
  public static CircuitPreview none() {
    return new CircuitPreview(List.of(), false);
  }

  /** What would be written of the declared circuits now; nothing if that is not known. */
  public static CircuitPreview of(
      CloudSession cloud,
      EngineOptions options,
      HybridNetwork network,
      @Nullable String location,
      LineWriter out)
      throws InterruptedException {
    if (network.circuits().isEmpty()) {
      return none();
    }
    try {
      CircuitStages stages = new CircuitStages(circuits(cloud, network, location), false);
      PlanWorkflow planWorkflow = new PlanWorkflow(cloud, options, out);
      List<DeclaredResource> desired = stages.next(planWorkflow.readAllowed(stages.all()));
      if (stages.leavesPeerings()) {
        out.info(CircuitMessages.PEERINGS_LATER);
      }
      return new CircuitPreview(desired, false);
    } catch (UserException problem) {
      out.warn(CircuitMessages.NOT_IN_PLAN);
      out.warn(problem);
      return none();
    }
  }

  /** The circuits of a network, each alone and in its region. */
  static List<NetworkResources> circuits(
      CloudSession cloud, HybridNetwork network, @Nullable String location) {
    ScopeFinder scopes = new ScopeFinder(cloud);
    return network.circuits().stream()
        .map(
            circuit ->
                new NetworkResources(
                    network.alone(circuit), scopes.findForCircuit(network, circuit, location)))
        .toList();
  }

  /** The same with the user's confirmation that peerings without a declared key have none. */
  public CircuitPreview withoutKeys(boolean none) {
    return new CircuitPreview(desired, none);
  }

  /** Why {@code create-circuit} would stop before it changes anything. */
  public List<UserException> refusals(Plan plan) {
    return PlanRefusals.ofCircuit(plan, noPeeringKeys);
  }

  /** The circuit's resources before those of the network, each once. */
  public List<DeclaredResource> with(List<DeclaredResource> network) {
    Set<String> known = new TreeSet<>();
    List<DeclaredResource> all = new ArrayList<>(desired);
    all.addAll(network);
    return all.stream().filter(d -> known.add(d.key().comparableId())).toList();
  }

  /**
   * The goals that carry a plan out, in their order.
   *
   * @param network the resources of the network
   */
  public List<String> goals(Plan plan, List<DeclaredResource> network) {
    Set<String> shared = ids(desired);
    shared.retainAll(ids(network));
    boolean circuit = writes(plan, desired).anyMatch(id -> !shared.contains(id));
    boolean others =
        !plan.removals().isEmpty()
            || writes(plan, network).anyMatch(id -> !circuit || !shared.contains(id));
    List<String> goals = new ArrayList<>();
    if (circuit) {
      goals.add("hybridnet:create-circuit" + outageWord(TotalOutage.ofCircuit(plan)));
    }
    if (others) {
      String words = String.join(",", plan.replaceNames());
      goals.add(
          "hybridnet:deploy-network"
              + (words.isEmpty() ? "" : " -Dhybridnet.allowReplace=" + words)
              + outageWord(TotalOutage.ofNetwork(plan)));
    }
    return goals;
  }

  private static String outageWord(boolean needed) {
    return needed ? " -Dhybridnet.allowOutage" : "";
  }

  /** Which of these resources a plan writes. */
  private static Stream<String> writes(Plan plan, List<DeclaredResource> resources) {
    Set<String> ids = ids(resources);
    return plan.changes().stream()
        .filter(ResourceChange::isWrite)
        .map(c -> c.key().comparableId())
        .filter(ids::contains);
  }

  private static Set<String> ids(List<DeclaredResource> resources) {
    return resources.stream()
        .map(d -> d.key().comparableId())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
