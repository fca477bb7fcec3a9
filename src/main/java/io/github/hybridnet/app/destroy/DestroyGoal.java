package io.github.hybridnet.app.destroy;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.change.BillingNotice;
import io.github.hybridnet.app.change.PreconditionCheck;
import io.github.hybridnet.app.circuit.CircuitPoller;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.DestroyPlanText;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.Engine;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.destroy.DestroyOptions;
import io.github.hybridnet.plan.destroy.DestroyPlan;
import io.github.hybridnet.plan.destroy.DestroyPlanner;
import io.github.hybridnet.plan.destroy.RetainedResource;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes the declared resources in the order that Azure requires. Keeps what others own, together
 * with what they use.
 */
public final class DestroyGoal {

  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final OutputsPublisher outputsPublisher;
  private final BillingNotice billingNotice;
  private final Consumer<EngineEvent> listener;

  /**
   * What the user asked for.
   *
   * @param confirmation the resource group that the user confirmed the removal for
   * @param keepCircuit whether the circuit is left on purpose
   * @param providerWait how long to wait until the provider has deprovisioned the circuit, or null
   *     for not at all
   */
  public record Request(
      Confirmation confirmation, boolean keepCircuit, @Nullable Duration providerWait) {}

  /** The goal on one cloud. */
  public DestroyGoal(
      CloudSession cloud,
      EngineOptions options,
      LineWriter out,
      OutputsPublisher outputsPublisher) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.outputsPublisher = outputsPublisher;
    this.billingNotice = new BillingNotice(cloud, out);
    this.listener = event -> EngineEventText.write(event, out);
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.text.UserException HN4xxx
   * @throws InterruptedException when the build is stopped; operations in Azure continue
   */
  public void run(HybridNetwork network, Request request) throws InterruptedException {
    String name = network.resourceGroup();
    if (name == null) {
      throw GoalProblems.noResourceGroup();
    }
    // Nothing is written, so that the region plays no part.
    DeploymentScope deploymentScope =
        new DeploymentScope(cloud.subscriptionId(), name, new Region(""));
    DestroyPlanner planner =
        new DestroyPlanner(new NetworkResources(network, deploymentScope).all());
    DestroySurvey survey = new DestroySurvey(cloud.cloud(), options, listener);
    DestroyPlan destroyPlan = decide(planner, survey, request);
    if (!isConfirmed(destroyPlan, request, name)) {
      return;
    }
    outputsPublisher.requireWritable();
    PreconditionCheck preconditionCheck = new PreconditionCheck(cloud, options, out);
    preconditionCheck.require(destroyPlan.plan(), List.of());
    DestroyExecutor destroyExecutor =
        new DestroyExecutor(new Engine(cloud.cloud(), options, listener), survey, planner);
    destroyExecutor.carryOut(destroyPlan);
    if (destroyExecutor.isComplete() && isDeprovisioned(destroyExecutor.kept(), request)) {
      DestroyPlan rest = decide(planner, survey, request);
      preconditionCheck.require(rest.plan(), List.of());
      destroyExecutor.carryOut(rest);
    }
    outputsPublisher.forget(destroyExecutor.removedOrAbsent());
    conclude(destroyExecutor, name);
  }

  private DestroyPlan decide(DestroyPlanner planner, DestroySurvey survey, Request request)
      throws InterruptedException {
    DestroySurvey.SurveyResult surveyResult = survey.read(planner);
    DestroyPlan destroyPlan =
        planner.plan(
            surveyResult.actual(),
            new DestroyOptions(
                request.keepCircuit(),
                request.providerWait() != null,
                cloud.bills(),
                surveyResult.members()));
    if (!isNothing(destroyPlan)) {
      DestroyPlanText.plan(destroyPlan).forEach(out::info);
      destroyPlan.plan().sideEffects().forEach(sideEffect -> out.warn(sideEffect.text()));
    }
    return destroyPlan;
  }

  private static boolean isNothing(DestroyPlan destroyPlan) {
    return destroyPlan.plan().isEmpty() && destroyPlan.kept().isEmpty();
  }

  /** A wrong name is refused even if there is nothing to do. */
  private boolean isConfirmed(DestroyPlan destroyPlan, Request request, String group)
      throws InterruptedException {
    Confirmation confirmation = request.confirmation();
    boolean removesNothing =
        destroyPlan.plan().isEmpty() && awaited(destroyPlan.kept(), request).isEmpty();
    boolean unnamed = confirmation.given() == null && !confirmation.dryRun();
    if (confirmation.covers(group) || (unnamed && removesNothing)) {
      return true;
    }
    List<ResourceKey> existing =
        Stream.concat(
                destroyPlan.plan().removals().stream().map(ResourceRemoval::key),
                destroyPlan.kept().stream().map(RetainedResource::key))
            .toList();
    billingNotice.warn("Currently billed: ", existing);
    if (!confirmation.isPreview()) {
      throw DestroyProblems.unconfirmed(confirmation.given(), group);
    }
    new PreconditionCheck(cloud, options, out)
        .preview(destroyPlan.plan())
        .ifPresent(stop -> DryRun.warn("destroy", stop, out));
    if (isNothing(destroyPlan)) {
      out.info(DestroyMessages.nothing(group));
    } else if (!confirmation.dryRun()) {
      out.info(DestroyMessages.preview(group));
    }
    return false;
  }

  /**
   * Whether the provider has deprovisioned a circuit that was only kept for that, after a wait if
   * requested. The limit is that of the waits for all circuits together.
   */
  private boolean isDeprovisioned(List<RetainedResource> kept, Request request)
      throws InterruptedException {
    Duration limit = request.providerWait();
    List<RetainedResource> circuits = awaited(kept, request);
    circuits.forEach(circuit -> cloud.announceDeprovisioning(circuit.key()));
    if (limit == null) {
      return false;
    }
    CircuitPoller poller = new CircuitPoller(cloud.cloud(), options, out, limit);
    boolean any = false;
    for (RetainedResource circuit : circuits) {
      any |= poller.awaitDeprovisioned(circuit);
    }
    return any;
  }

  /**
   * The circuits that are removed after their providers have deprovisioned them, if the user waits
   * for that.
   */
  private static List<RetainedResource> awaited(List<RetainedResource> kept, Request request) {
    return request.providerWait() == null
        ? List.of()
        : kept.stream()
            .filter(k -> k.key().type() == ResourceType.CIRCUIT)
            .filter(k -> k.cause() == RetainedResource.Cause.PROVIDER)
            .toList();
  }

  private void conclude(DestroyExecutor destroyExecutor, String group) throws InterruptedException {
    List<ResourceKey> remaining = destroyExecutor.remaining();
    List<ResourceKey> removed = destroyExecutor.removed();
    List<RetainedResource> kept = destroyExecutor.kept();
    if (remaining.isEmpty()) {
      out.info(
          removed.isEmpty()
              ? DestroyMessages.nothing(group)
              : DestroyMessages.removedAll(removed.size(), cloud.bills()));
      return;
    }
    out.info(DestroyMessages.removed(removed.size()));
    DestroyPlanText.kept(kept).forEach(out::warn);
    billingNotice.warn("Still billed: ", remaining);
    failIfUnwanted(destroyExecutor);
  }

  private void failIfUnwanted(DestroyExecutor destroyExecutor) {
    if (!destroyExecutor.isComplete()) {
      throw DestroyProblems.incomplete(destroyExecutor.failures());
    }
    List<RetainedResource> unwanted =
        destroyExecutor.kept().stream().filter(k -> k.cause().isUnwanted()).toList();
    if (!unwanted.isEmpty()) {
      throw DestroyProblems.retained(unwanted, cloud.bills());
    }
  }
}
