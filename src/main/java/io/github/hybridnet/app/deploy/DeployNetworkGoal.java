package io.github.hybridnet.app.deploy;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.RemainingResources;
import io.github.hybridnet.app.change.DeploymentProblems;
import io.github.hybridnet.app.change.PlanApproval;
import io.github.hybridnet.app.change.PlanWorkflow;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.report.GoalOutputs;
import io.github.hybridnet.status.OutOfSyncPeerings;
import io.github.hybridnet.text.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the network: only what differs, everything at once that does not wait. */
public final class DeployNetworkGoal {
  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final OutputsPublisher outputsPublisher;

  /**
   * What the user asked for.
   *
   * @param location the region, or null for the group's own
   * @param deferExpressRoute build without the ExpressRoute connection when the circuit is not
   *     ready
   * @param gatewaysInSeries one gateway after the other
   * @param allowReplace names of resources that may be removed, with commas
   * @param allowOutage whether nothing need carry traffic meanwhile
   */
  public record Request(
      @Nullable String location,
      boolean deferExpressRoute,
      boolean gatewaysInSeries,
      String allowReplace,
      boolean allowOutage) {}

  /** The goal on one cloud. */
  public DeployNetworkGoal(
      CloudSession cloud,
      EngineOptions options,
      LineWriter out,
      OutputsPublisher outputsPublisher) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.outputsPublisher = outputsPublisher;
  }

  /**
   * Carries the goal out.
   *
   * @throws UserException HN4xxx
   * @throws InterruptedException when the build is stopped; operations in Azure continue
   */
  public void run(HybridNetwork declared, Request request) throws InterruptedException {
    outputsPublisher.requireWritable();
    HybridNetwork network = declared.mapSecrets(cloud::resolve);
    NetworkTarget target = NetworkTarget.find(cloud, network, request.location());
    target.warn(out);
    if (!target.isDeferred(request)) {
      requireReady(target.problems());
    }
    PlanWorkflow planWorkflow = new PlanWorkflow(cloud, options, out);
    Plan plan =
        planWorkflow.plan(
            target.resources(request),
            PlanApproval.parse(request.allowReplace(), request.allowOutage()));
    EngineResult result = planWorkflow.carryOut(plan);
    GoalOutputs goalOutputs =
        GoalOutputs.of(
            cloud.name(), result, new UnplannedGatewayAddresses(cloud.cloud()).of(result));
    outputsPublisher.write(
        goalOutputs.withCircuits(
            target.circuits().stream().flatMap(circuit -> circuit.actual().stream()).toList()),
        result.removed());
    OnPremisesDeviceText.lines(goalOutputs).forEach(out::info);
    if (!result.isComplete()) {
      throw DeploymentProblems.incomplete(result, RemainingResources.of(cloud.cloud(), plan));
    }
    result.resources().values().stream()
        .flatMap(actual -> OutOfSyncPeerings.of(actual).stream())
        .forEach(out::warn);
    conclude(plan, target.problemLines(request));
  }

  /** All problems are shown; the first is the one that the goal fails with. */
  private void requireReady(List<UserException> problems) {
    problems.stream().skip(1).forEach(out::warn);
    if (!problems.isEmpty()) {
      throw problems.get(0);
    }
  }

  private void conclude(Plan plan, List<String> deferred) {
    out.info(DeploymentMessages.matches(!deferred.isEmpty(), plan.isEmpty()));
    if (!deferred.isEmpty()) {
      out.warn(DeploymentMessages.CONNECTION_NOT_CREATED);
      deferred.forEach(out::warn);
    }
  }
}
