package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.Blackout;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a plan that {@code create-circuit} carries out: the declared circuit and its group.
 */
final class CircuitPreview {
  private final List<DesiredResource> desired;
  private final boolean noPeeringKeys;

  private CircuitPreview(List<DesiredResource> desired, boolean noPeeringKeys) {
    this.desired = desired;
    this.noPeeringKeys = noPeeringKeys;
  }

  /** No circuit. */
  static CircuitPreview none() {
    return new CircuitPreview(List.of(), false);
  }

  /** What would be written of the declared circuit now; nothing where it cannot be told. */
  static CircuitPreview of(
      OpenCloud cloud,
      EngineOptions options,
      HybridNetwork network,
      @Nullable String location,
      LineWriter out)
      throws InterruptedException {
    if (network.circuit() == null) {
      return none();
    }
    try {
      DesiredNetwork circuit =
          new DesiredNetwork(
              network.circuitAlone(), new ScopeFinder(cloud).findForCircuit(network, location));
      CircuitStages stages = new CircuitStages(circuit, false);
      Deployment deployment = new Deployment(cloud, options, out);
      List<DesiredResource> desired = stages.next(deployment.read(stages.all()));
      if (stages.leavesPeerings()) {
        out.info(CircuitStages.LATER);
      }
      return new CircuitPreview(desired, false);
    } catch (HybridnetException problem) {
      out.warn("The circuit is left out of this plan:");
      String.valueOf(problem.getMessage()).lines().forEach(out::warn);
      return none();
    }
  }

  /** The same where the user says whether peerings without a declared key have none. */
  CircuitPreview withoutKeys(boolean none) {
    return new CircuitPreview(desired, none);
  }

  /** Why {@code create-circuit} would stop before it changes anything. */
  List<HybridnetException> refusals(Plan plan) {
    return PlanRefusals.ofCircuit(plan, noPeeringKeys);
  }

  /** The circuit's resources before those of the network, each once. */
  List<DesiredResource> with(List<DesiredResource> network) {
    Set<String> known = new TreeSet<>();
    List<DesiredResource> all = new ArrayList<>(desired);
    all.addAll(network);
    return all.stream().filter(d -> known.add(d.key().comparableId())).toList();
  }

  /**
   * The goals that carry a plan out, in their order.
   *
   * @param network the resources of the network
   */
  List<String> goals(Plan plan, List<DesiredResource> network) {
    Set<String> shared = ids(desired);
    shared.retainAll(ids(network));
    boolean circuit = writes(plan, desired).anyMatch(id -> !shared.contains(id));
    boolean others =
        !plan.removals().isEmpty()
            || writes(plan, network).anyMatch(id -> !circuit || !shared.contains(id));
    List<String> goals = new ArrayList<>();
    if (circuit) {
      goals.add("hybridnet:create-circuit" + outageWord(Blackout.ofCircuit(plan)));
    }
    if (others) {
      String words = String.join(",", plan.words());
      goals.add(
          "hybridnet:deploy-network"
              + (words.isEmpty() ? "" : " -Dhybridnet.allowReplace=" + words)
              + outageWord(Blackout.ofNetwork(plan)));
    }
    return goals;
  }

  private static String outageWord(boolean needed) {
    return needed ? " -Dhybridnet.allowOutage" : "";
  }

  /** Which of these resources a plan writes. */
  private static Stream<String> writes(Plan plan, List<DesiredResource> resources) {
    Set<String> ids = ids(resources);
    return plan.changes().stream()
        .filter(Change::isWrite)
        .map(c -> c.key().comparableId())
        .filter(ids::contains);
  }

  private static Set<String> ids(List<DesiredResource> resources) {
    return resources.stream()
        .map(d -> d.key().comparableId())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
