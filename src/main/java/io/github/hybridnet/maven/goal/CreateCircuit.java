package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.CircuitFacts;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.Scope;
import io.github.hybridnet.plan.Standing;
import io.github.hybridnet.report.Outputs;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the resource group and the circuit, with its authorizations and peerings, and says what the
 * provider needs.
 */
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
   * @param keys what is done about MD5 keys of peerings, which Azure does not show
   * @param allowOutage whether ExpressRoute may be interrupted, whatever else carries traffic
   */
  public record Request(
      @Nullable String location,
      boolean waitForProvider,
      Duration timeout,
      Keys keys,
      boolean allowOutage) {
    /** A request that leaves standing peerings and their keys alone. */
    public Request(@Nullable String location, boolean waitForProvider, Duration timeout) {
      this(location, waitForProvider, timeout, new Keys(false, false), false);
    }

    private Consent consent() {
      return Consent.ofCircuit(keys.none(), allowOutage);
    }
  }

  /**
   * What is done about MD5 keys of peerings.
   *
   * @param write whether to write the declared ones again
   * @param none whether the user says that peerings without a declared key have none
   */
  public record Keys(boolean write, boolean none) {}

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
    Scope scope = new ScopeFinder(cloud).findForCircuit(declared, request.location());
    HybridNetwork network = new Secrets(cloud::resolve).fetch(declared.circuitAlone());
    DesiredNetwork desired = new DesiredNetwork(network, scope);
    CircuitStages stages = new CircuitStages(desired, request.keys().write());
    Handover handover =
        new Handover(Objects.requireNonNull(network.circuit()), cloud.bills(), options, results);
    ActualResource circuit = write(stages, desired.circuitKey(), request);
    handover.show(circuit, out);
    if (request.waitForProvider()) {
      await(stages, circuit.key(), request, handover);
    } else if (stages.leavesPeerings()) {
      out.warn(
          "The declared peerings are not configured yet: Azure takes them when the provider has"
              + " provisioned the circuit. Run hybridnet:create-circuit again then, or with"
              + " hybridnet.circuit.waitForProvider.");
    }
  }

  /**
   * Shows what the goal would do.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN4xxx
   * @throws InterruptedException when the build is stopped
   */
  public void show(HybridNetwork declared, Request request) throws InterruptedException {
    Scope scope = new ScopeFinder(cloud).findForCircuit(declared, request.location());
    HybridNetwork network =
        new Secrets(new LenientVault(cloud, out)::resolve).fetch(declared.circuitAlone());
    CircuitStages stages =
        new CircuitStages(new DesiredNetwork(network, scope), request.keys().write());
    Deployment deployment = new Deployment(cloud, options, out);
    Standing standing = deployment.read(stages.all());
    Plan plan = deployment.plan(stages.next(standing), standing, request.consent());
    new Bill(cloud, out).preview(plan);
    stages.uncompared(plan).forEach(out::info);
    if (stages.leavesPeerings()) {
      out.info(CircuitStages.LATER);
    }
    new Preconditions(cloud, options, out)
        .look(plan)
        .ifPresent(stop -> DryRun.warn("create-circuit", stop, out));
  }

  /** Writes what can be written as the circuit stands, and reads the circuit. */
  private ActualResource write(CircuitStages stages, ResourceKey key, Request request)
      throws InterruptedException {
    Deployment deployment = new Deployment(cloud, options, out);
    Standing standing = deployment.read(stages.all());
    Plan plan = deployment.plan(stages.next(standing), standing, request.consent());
    stages.uncompared(plan).forEach(out::info);
    EngineResult result = deployment.carryOut(plan);
    Outputs outputs = Outputs.of(cloud.name(), result);
    ActualResource circuit = CloudReads.read(cloud.cloud(), key).orElse(null);
    results.write(circuit == null ? outputs : outputs.withCircuit(circuit));
    if (circuit == null || !result.isComplete()) {
      throw GoalProblems.failed(result, Remains.of(cloud.cloud(), plan));
    }
    return circuit;
  }

  private void await(CircuitStages stages, ResourceKey key, Request request, Handover handover)
      throws InterruptedException {
    ProviderWait wait = new ProviderWait(cloud.cloud(), options, out, request.timeout());
    try {
      if (stages.leavesPeerings()) {
        wait.await(key, CircuitFacts::isProvisioned, handover::update);
        write(stages, key, request);
      }
      ActualResource ready =
          wait.await(key, c -> c.phase() == CircuitFacts.Phase.READY, handover::update);
      out.info(key + ": provisioned by the provider, private peering enabled");
      results.write(Outputs.nothing(cloud.name()).withCircuit(ready));
      handover.conclude(ready, out);
    } catch (InterruptedException e) {
      out.warn(
          "No longer waiting for the provider. The "
              + key
              + " stands; run the goal again to go on waiting.");
      throw e;
    }
  }
}
