package io.github.hybridnet.app.circuit;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.GoalResourceReader;
import io.github.hybridnet.app.LenientSecretResolver;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.RemainingResources;
import io.github.hybridnet.app.change.BillingNotice;
import io.github.hybridnet.app.change.DeploymentProblems;
import io.github.hybridnet.app.change.PlanApproval;
import io.github.hybridnet.app.change.PlanWorkflow;
import io.github.hybridnet.app.change.PreconditionCheck;
import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.report.GoalOutputs;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates the resource groups and the circuits with their authorizations and peerings, and writes
 * the provider order form.
 */
public final class CreateCircuitGoal {
  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final OutputsPublisher outputsPublisher;

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
      PeeringKeys keys,
      boolean allowOutage) {
    private PlanApproval approval() {
      return PlanApproval.ofCircuit(keys.none(), allowOutage);
    }
  }

  /**
   * What is done about MD5 keys of peerings.
   *
   * @param write whether to write the declared ones again
   * @param none whether the user confirms that peerings without a declared key have none
   */
  public record PeeringKeys(boolean write, boolean none) {}

  /** The goal on one cloud. */
  public CreateCircuitGoal(
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
   * @throws io.github.hybridnet.text.UserException HN4xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(HybridNetwork declared, Request request) throws InterruptedException {
    outputsPublisher.requireWritable();
    requireGroups(declared);
    HybridNetwork network = declared.circuitsAlone().mapSecrets(cloud::resolve);
    List<NetworkResources> desired = CircuitPreview.circuits(cloud, network, request.location());
    CircuitStages stages = new CircuitStages(desired, request.keys().write());
    ProviderOrderWriter providerOrderWriter =
        new ProviderOrderWriter(network.circuits(), cloud.bills(), options, outputsPublisher);
    List<ActualResource> circuits = write(stages, request);
    providerOrderWriter.show(circuits, out);
    if (request.waitForProvider()) {
      await(stages, request, providerOrderWriter);
    } else if (stages.leavesPeerings()) {
      out.warn(CircuitMessages.PEERINGS_NOT_CONFIGURED);
    }
  }

  /**
   * Shows what the goal would do.
   *
   * @throws io.github.hybridnet.text.UserException HN4xxx
   * @throws InterruptedException when the build is stopped
   */
  public void show(HybridNetwork declared, Request request) throws InterruptedException {
    requireGroups(declared);
    HybridNetwork network =
        declared.circuitsAlone().mapSecrets(new LenientSecretResolver(cloud, out)::resolve);
    CircuitStages stages =
        new CircuitStages(
            CircuitPreview.circuits(cloud, network, request.location()), request.keys().write());
    PlanWorkflow planWorkflow = new PlanWorkflow(cloud, options, out);
    ActualState actualState = planWorkflow.read(stages.all());
    Plan plan = planWorkflow.plan(stages.next(actualState), actualState, request.approval());
    new BillingNotice(cloud, out).warnOfPreview(plan);
    stages.uncompared(plan).forEach(out::info);
    if (stages.leavesPeerings()) {
      out.info(CircuitMessages.PEERINGS_LATER);
    }
    new PreconditionCheck(cloud, options, out)
        .preview(plan)
        .ifPresent(stop -> DryRun.warn("create-circuit", stop, out));
  }

  private static void requireGroups(HybridNetwork declared) {
    for (Circuit circuit : declared.circuits()) {
      if (declared.resourceGroupOf(circuit) == null) {
        throw GoalProblems.noCircuitGroup(circuit.name());
      }
    }
  }

  /** Writes what can be written in the circuits' states, and reads the circuits. */
  private List<ActualResource> write(CircuitStages stages, Request request)
      throws InterruptedException {
    PlanWorkflow planWorkflow = new PlanWorkflow(cloud, options, out);
    ActualState actualState = planWorkflow.read(stages.all());
    Plan plan = planWorkflow.plan(stages.next(actualState), actualState, request.approval());
    stages.uncompared(plan).forEach(out::info);
    EngineResult result = planWorkflow.carryOut(plan);
    GoalOutputs goalOutputs = GoalOutputs.of(cloud.name(), result);
    List<ActualResource> circuits =
        stages.keys().stream()
            .flatMap(
                key ->
                    GoalResourceReader.read(cloud.cloud(), key).or(() -> result.find(key)).stream())
            .toList();
    outputsPublisher.write(goalOutputs.withCircuits(circuits));
    if (circuits.size() < stages.keys().size() || !result.isComplete()) {
      throw DeploymentProblems.incomplete(result, RemainingResources.of(cloud.cloud(), plan));
    }
    return circuits;
  }

  /** One circuit after the other; the limit is that of all waits together. */
  private void await(CircuitStages stages, Request request, ProviderOrderWriter forms)
      throws InterruptedException {
    CircuitPoller poller = new CircuitPoller(cloud.cloud(), options, out, request.timeout());
    for (ResourceKey key : stages.keys()) {
      try {
        if (stages.leavesPeerings(key)) {
          poller.awaitProvisioned(key, ActualCircuit::isProvisioned, forms::update);
          write(stages, request);
        }
        ActualResource ready =
            poller.awaitProvisioned(
                key, c -> c.phase() == ActualCircuit.Phase.READY, forms::update);
        out.info(CircuitMessages.provisioned(key));
        forms.update(ready);
        outputsPublisher.write(GoalOutputs.nothing(cloud.name()).withCircuits(forms.circuits()));
        forms.conclude(ready, out);
      } catch (InterruptedException e) {
        out.warn(CircuitMessages.waitStopped(key));
        throw e;
      }
    }
  }
}
