package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.Scope;
import io.github.hybridnet.report.Outputs;
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
   */
  public record Request(
      @Nullable String location, boolean deferExpressRoute, boolean gatewaysInSeries) {}

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
    Scope scope = new ScopeFinder(cloud).find(network, request.location());
    DesiredNetwork desired = new DesiredNetwork(network, scope);
    ResourceKey circuitKey = desired.connectedCircuit();
    ConnectedCircuit circuit = ConnectedCircuit.look(cloud.cloud(), network, circuitKey);
    if (circuit.hidden()) {
      out.warn(
          "The "
              + circuitKey
              + " cannot be read by this identity; that it is provisioned is taken on trust,"
              + " because an authorization key is declared.");
    }
    Optional<HybridnetException> problem = circuit.problem();
    if (problem.isPresent() && !request.deferExpressRoute()) {
      throw problem.get();
    }
    Deployment deployment = new Deployment(cloud, options, out);
    Plan plan =
        deployment.plan(
            desired.network(
                new DesiredNetwork.Options(problem.isEmpty(), request.gatewaysInSeries())));
    EngineResult result = deployment.carryOut(plan);
    Outputs outputs =
        Outputs.of(cloud.name(), result, new OtherAddresses(cloud.cloud()).of(result));
    results.write(circuit.actual().map(outputs::withCircuit).orElse(outputs));
    if (!result.isComplete()) {
      throw GoalProblems.failed(result);
    }
    conclude(plan, problem);
  }

  private void conclude(Plan plan, Optional<HybridnetException> deferred) {
    String subject =
        deferred.isEmpty() ? "The network" : "Everything but the ExpressRoute connection";
    out.info(subject + " is as declared" + (plan.isEmpty() ? "; nothing was written." : "."));
    deferred.ifPresent(
        problem -> {
          out.warn("The ExpressRoute connection is still missing.");
          String.valueOf(problem.getMessage())
              .replace(GoalProblems.DEFER, "")
              .lines()
              .forEach(out::warn);
        });
  }
}
