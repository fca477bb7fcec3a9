package io.github.hybridnet.app.deploy;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.LenientSecretResolver;
import io.github.hybridnet.app.OutputProblems;
import io.github.hybridnet.app.change.BillingNotice;
import io.github.hybridnet.app.change.PlanProblems;
import io.github.hybridnet.app.change.PlanRefusals;
import io.github.hybridnet.app.change.PlanWorkflow;
import io.github.hybridnet.app.change.PreconditionCheck;
import io.github.hybridnet.app.circuit.CircuitPreview;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.lease.DrillMarkers;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.report.PlanFile;
import io.github.hybridnet.report.PlanReport;
import io.github.hybridnet.status.OutOfSyncPeerings;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shows what {@code create-circuit} and {@code deploy-network} would do, and hands it to other
 * programs. It changes nothing in Azure.
 */
public final class PlanGoal {
  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Path directory;

  /**
   * What the user asked for.
   *
   * @param network what {@code deploy-network} would be asked for
   * @param noPeeringKeys whether the user confirms that peerings without a declared key have none
   * @param failOnChanges whether a plan that changes something is a failure
   */
  public record Request(
      DeployNetworkGoal.Request network, boolean noPeeringKeys, boolean failOnChanges) {}

  /**
   * The goal on one cloud.
   *
   * @param directory where {@code plan.json} goes
   */
  public PlanGoal(CloudSession cloud, EngineOptions options, LineWriter out, Path directory) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.directory = directory;
  }

  /**
   * Carries the goal out.
   *
   * @throws UserException HN4xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(HybridNetwork declared, Request request) throws InterruptedException {
    HybridNetwork network = withSecrets(declared);
    CircuitPreview circuit =
        CircuitPreview.of(cloud, options, network, request.network().location(), out)
            .withoutKeys(request.noPeeringKeys());
    show(network, circuit, request.network(), request.failOnChanges());
  }

  /**
   * Shows what {@code deploy-network} alone would do.
   *
   * @throws UserException HN4xxx
   * @throws InterruptedException when the build is stopped
   */
  public void showWithoutCircuit(HybridNetwork declared, DeployNetworkGoal.Request request)
      throws InterruptedException {
    show(withSecrets(declared), CircuitPreview.none(), request, false);
  }

  private HybridNetwork withSecrets(HybridNetwork declared) {
    return declared.mapSecrets(new LenientSecretResolver(cloud, out)::resolve);
  }

  private void show(
      HybridNetwork network,
      CircuitPreview circuit,
      DeployNetworkGoal.Request request,
      boolean failOnChanges)
      throws InterruptedException {
    NetworkTarget target = NetworkTarget.find(cloud, network, request.location());
    target.warn(out);
    List<DeclaredResource> resources = target.resources(request);
    Plan plan = new PlanWorkflow(cloud, options, out).show(circuit.with(resources));
    new BillingNotice(cloud, out).warnOfPreview(plan);
    plan.changes().stream()
        .flatMap(resourceChange -> Stream.ofNullable(resourceChange.actual()))
        .flatMap(actual -> OutOfSyncPeerings.of(actual).stream())
        .forEach(out::warn);
    tellDeferred(target, request);
    List<UserException> ofCircuit = circuit.refusals(plan);
    ofCircuit.forEach(stop -> DryRun.warn("create-circuit", stop, out));
    List<UserException> stops = stops(target, request, plan);
    stops.forEach(stop -> DryRun.warn("deploy-network", stop, out));
    Path file = write(target, request, plan);
    if (!plan.unread().isEmpty()) {
      UserException unknown = PlanProblems.unread(plan);
      if (failOnChanges && plan.isEmpty()) {
        throw unknown;
      }
      DryRun.warn("deploy-network", unknown, out);
    }
    if (failOnChanges && !plan.isEmpty()) {
      throw PlanProblems.changes(plan, file);
    }
    out.info(
        conclusion(
            plan, circuit.goals(plan, resources), !(ofCircuit.isEmpty() && stops.isEmpty())));
  }

  /** Everything that would stop {@code deploy-network} before it changes anything. */
  private List<UserException> stops(
      NetworkTarget target, DeployNetworkGoal.Request request, Plan plan)
      throws InterruptedException {
    List<UserException> stops = new ArrayList<>();
    Set<String> drills = unfinishedDrills(target.scope().group());
    drills.forEach(id -> out.warn(DeploymentMessages.unfinishedDrill(id)));
    if (drills.isEmpty() && !target.isDeferred(request)) {
      stops.addAll(target.problems());
    }
    stops.addAll(PlanRefusals.ofNetwork(plan));
    new PreconditionCheck(cloud, options, out).preview(plan).ifPresent(stops::add);
    return stops;
  }

  /** By the tags of the group; where they cannot be read, nothing is known of a drill. */
  private Set<String> unfinishedDrills(ResourceKey group) {
    try {
      return DrillMarkers.sight(group, cloud.drills().tags(group)).known().keySet();
    } catch (CloudException unread) {
      return Set.of();
    }
  }

  private static String conclusion(Plan plan, List<String> goals, boolean wouldStop) {
    if (plan.isEmpty() && plan.unread().isEmpty()) {
      return "No changes are needed.";
    }
    if (plan.isEmpty()) {
      return "No changes are known. What could not be read may differ.";
    }
    if (wouldStop || !plan.unread().isEmpty()) {
      return "Nothing was changed.";
    }
    return DeploymentMessages.commands(goals);
  }

  private void tellDeferred(NetworkTarget target, DeployNetworkGoal.Request request) {
    if (target.isDeferred(request)) {
      out.warn(DeploymentMessages.CONNECTION_NOT_IN_PLAN);
      target.problemLines(request).forEach(out::warn);
    }
  }

  private static PlanReport.CircuitSummary summary(
      ConnectedCircuit circuit, DeployNetworkGoal.Request request) {
    return new PlanReport.CircuitSummary(
        circuit.link().circuit(),
        circuit.problem().map(problem -> String.valueOf(problem.getMessage())).orElse(""),
        circuit.problem().isPresent() && request.deferExpressRoute());
  }

  private Path write(NetworkTarget target, DeployNetworkGoal.Request request, Plan plan) {
    PlanFile file = new PlanFile(directory);
    List<PlanReport.CircuitSummary> circuits =
        target.circuits().stream().map(circuit -> summary(circuit, request)).toList();
    try {
      file.write(new PlanReport(cloud.name(), target.scope(), circuits, plan));
    } catch (IOException e) {
      throw OutputProblems.reportNotWritten(file.path(), e);
    }
    out.info("Plan as JSON: " + file.path());
    return file.path();
  }
}
