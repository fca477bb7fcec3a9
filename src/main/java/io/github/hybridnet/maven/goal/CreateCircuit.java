package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.CircuitHandover;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Scope;
import io.github.hybridnet.report.Outputs;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the resource group and the circuit, and says what the provider needs. */
public final class CreateCircuit {
  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Results results;

  /**
   * What the user asked for.
   *
   * @param location the region, or null for the group's own
   * @param waitForProvider whether to wait until the provider has provisioned the circuit
   * @param timeout how long to wait for that
   */
  public record Request(@Nullable String location, boolean waitForProvider, Duration timeout) {}

  /** The goal on one cloud. */
  public CreateCircuit(OpenCloud cloud, EngineOptions options, LineWriter out, Results results) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.results = results;
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN4xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(HybridNetwork declared, Request request) throws InterruptedException {
    results.requireWritable();
    HybridNetwork network = new Secrets(cloud::resolve).fetch(declared);
    Scope scope = new ScopeFinder(cloud).find(network, request.location());
    Circuit circuit = Objects.requireNonNull(network.circuit());
    List<DesiredResource> desired = new DesiredNetwork(network, scope).circuit();
    Deployment deployment = new Deployment(cloud, options, out);
    Plan plan = deployment.plan(desired);
    EngineResult result = deployment.carryOut(plan);
    Outputs outputs = Outputs.of(cloud.name(), result);
    ResourceKey key = scope.key(ResourceType.CIRCUIT, circuit.name());
    ActualResource standing = standing(result, key);
    results.write(standing == null ? outputs : outputs.withCircuit(standing));
    if (standing == null || !result.isComplete()) {
      throw GoalProblems.failed(result);
    }
    ActualResource current = CloudReads.read(cloud.cloud(), key).orElse(standing);
    handover(circuit, current);
    if (request.waitForProvider()) {
      ActualResource ready =
          new ProviderWait(cloud.cloud(), options, out).await(key, request.timeout());
      results.write(outputs.withCircuit(ready));
    }
  }

  private static @Nullable ActualResource standing(EngineResult result, ResourceKey key) {
    return result.resources().values().stream()
        .filter(a -> a.key().comparableId().equals(key.comparableId()))
        .findFirst()
        .orElse(null);
  }

  private void handover(Circuit circuit, ActualResource actual) {
    new CircuitHandover(
            circuit.name(),
            Objects.toString(actual.observed().get("serviceKey"), "unknown"),
            new CircuitReadiness(actual).providerState(),
            circuit.provider().name(),
            circuit.provider().peeringLocation(),
            circuit.provider().bandwidthInMbps())
        .lines()
        .forEach(out::info);
  }
}
