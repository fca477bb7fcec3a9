package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.PeeringsOutOfStep;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.report.Outputs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the network: only what differs, everything at once that does not wait. */
public final class DeployNetwork {
  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Results results;

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
      boolean allowOutage) {

    /** A request that allows no removal. */
    public Request(@Nullable String location, boolean deferExpressRoute, boolean gatewaysInSeries) {
      this(location, deferExpressRoute, gatewaysInSeries, "", false);
    }
  }

  /** The goal on one cloud. */
  public DeployNetwork(OpenCloud cloud, EngineOptions options, LineWriter out, Results results) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.results = results;
  }

  /**
   * Carries the goal out.
   *
   * @throws HybridnetException HN4xxx
   * @throws InterruptedException when the build is stopped; operations in Azure go on
   */
  public void run(HybridNetwork declared, Request request) throws InterruptedException {
    results.requireWritable();
    HybridNetwork network = new Secrets(cloud::resolve).fetch(declared);
    NetworkTarget target = NetworkTarget.find(cloud, network, request.location());
    target.warn(out);
    Optional<HybridnetException> problem = target.problem();
    if (problem.isPresent() && !target.isDeferred(request)) {
      throw problem.get();
    }
    Deployment deployment = new Deployment(cloud, options, out);
    Plan plan =
        deployment.plan(
            target.resources(request),
            Consent.parse(request.allowReplace(), request.allowOutage()));
    EngineResult result = deployment.carryOut(plan);
    Outputs outputs =
        Outputs.of(cloud.name(), result, new OtherAddresses(cloud.cloud()).of(result));
    results.write(
        target.circuit().actual().map(outputs::withCircuit).orElse(outputs), result.removed());
    DeviceText.lines(outputs).forEach(out::info);
    if (!result.isComplete()) {
      throw GoalProblems.failed(result, Remains.of(cloud.cloud(), plan));
    }
    result.resources().values().stream()
        .flatMap(actual -> PeeringsOutOfStep.of(actual).stream())
        .forEach(out::warn);
    conclude(plan, target.problemLines(request));
  }

  private void conclude(Plan plan, List<String> deferred) {
    String subject =
        deferred.isEmpty() ? "The network" : "Everything but the ExpressRoute connection";
    out.info(subject + " is as declared" + (plan.isEmpty() ? "; nothing was written." : "."));
    if (!deferred.isEmpty()) {
      out.warn("The ExpressRoute connection is still missing.");
      deferred.forEach(out::warn);
    }
  }
}
