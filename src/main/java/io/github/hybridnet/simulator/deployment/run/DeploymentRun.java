package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.deployment.template.OutputEvaluator;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Continues a deployment as far as possible at one instant. It acts as a client: it writes
 * resources, polls their operations, and runs again when something may have changed.
 */
public final class DeploymentRun {
  /** The name of the event that carries a deployment on. */
  public static final String EVENT = "deployments.advance";

  private static final System.Logger LOG = System.getLogger(DeploymentRun.class.getName());

  /** When nothing says how long an operation takes. */
  private static final Duration POLL = Duration.ofSeconds(10);

  private final World world;
  private final TemplateDeployment templateDeployment;
  private final DeploymentProgram program;

  private DeploymentRun(World world, TemplateDeployment templateDeployment) {
    this.world = world;
    this.templateDeployment = templateDeployment;
    this.program = DeploymentProgram.of(world, templateDeployment);
  }

  /** Carries a deployment on to its next step. */
  public static void advance(World world, ArmId id, ObjectNode data) {
    DeploymentStore deploymentStore = new DeploymentStore(world);
    TemplateDeployment templateDeployment = deploymentStore.find(id).orElse(null);
    if (templateDeployment == null || !templateDeployment.state().active()) {
      return;
    }
    try {
      templateDeployment.enter(TemplateDeployment.State.RUNNING, world.now());
      new DeploymentRun(world, templateDeployment).advance();
    } catch (RuntimeException | StackOverflowError e) {
      // The deployment ends all the same: whoever waits for it must not wait in vain.
      LOG.log(System.Logger.Level.WARNING, "The simulator failed at the deployment " + id, e);
      fail(
          world,
          templateDeployment,
          JsonCodec.object()
              .put("code", ArmErrors.internal().code())
              .put("message", ArmErrors.internal().message()));
    }
    deploymentStore.put(templateDeployment);
  }

  static void schedule(World world, ArmId id, Duration after) {
    world.schedule(EVENT, id, after, JsonCodec.object());
  }

  private void advance() {
    boolean moved = true;
    while (moved) {
      moved = step();
    }
    List<DeploymentStep> steps = templateDeployment.steps();
    if (steps.stream()
        .anyMatch(
            deploymentStep ->
                deploymentStep.is(DeploymentStep.State.RUNNING)
                    || deploymentStep.retryAt().isPresent())) {
      sleep(steps);
    } else if (steps.stream()
        .anyMatch(deploymentStep -> deploymentStep.is(DeploymentStep.State.FAILED))) {
      failSteps(steps);
    } else {
      finish();
    }
  }

  /** One round through all steps; false if nothing changed. */
  private boolean step() {
    DeploymentStepRunner runner =
        new DeploymentStepRunner(world, templateDeployment.text("correlationId"));
    boolean moved = false;
    for (DeploymentStep deploymentStep : templateDeployment.steps()) {
      if (deploymentStep.is(DeploymentStep.State.RUNNING)) {
        moved |= runner.poll(deploymentStep);
      } else if (deploymentStep.is(DeploymentStep.State.WAITING)
          && due(deploymentStep)
          && ready(deploymentStep)) {
        moved |= runner.start(deploymentStep, program);
      }
    }
    return moved || CompleteModeCleanup.next(world, templateDeployment);
  }

  private boolean due(DeploymentStep deploymentStep) {
    return deploymentStep.retryAt().filter(moment -> moment.isAfter(world.now())).isEmpty();
  }

  private boolean ready(DeploymentStep deploymentStep) {
    return program.plan().dependencies(deploymentStep.id()).stream()
        .allMatch(
            needed ->
                templateDeployment.steps().stream()
                    .anyMatch(other -> other.id().equals(needed) && other.satisfied()));
  }

  private void sleep(List<DeploymentStep> steps) {
    Instant next =
        steps.stream()
            .flatMap(deploymentStep -> wake(deploymentStep).stream())
            .min(Comparator.naturalOrder())
            .orElse(world.now().plus(POLL));
    Duration pause = Duration.between(world.now(), next);
    schedule(world, templateDeployment.id(), pause.isNegative() || pause.isZero() ? POLL : pause);
  }

  /** When a step may have changed. */
  private Optional<Instant> wake(DeploymentStep deploymentStep) {
    if (!deploymentStep.is(DeploymentStep.State.RUNNING)) {
      return deploymentStep.is(DeploymentStep.State.WAITING)
          ? deploymentStep.retryAt()
          : Optional.empty();
    }
    String operation = deploymentStep.poll().substring(deploymentStep.poll().lastIndexOf('/') + 1);
    return world.running(deploymentStep.id()).stream()
        .filter(running -> running.operationId().equals(operation))
        .map(running -> running.due())
        .findFirst()
        .or(() -> Optional.of(world.now().plus(POLL)));
  }

  private void failSteps(List<DeploymentStep> steps) {
    ObjectNode error = DeploymentErrors.failed(templateDeployment.id());
    steps.stream()
        .filter(deploymentStep -> deploymentStep.is(DeploymentStep.State.FAILED))
        .forEach(deploymentStep -> error.withArrayProperty("details").add(detail(deploymentStep)));
    fail(world, templateDeployment, error);
  }

  private JsonNode detail(DeploymentStep deploymentStep) {
    return world.behaviour().variants().is(AzureVariant.DEPLOYMENT_FAILURE, "text")
        ? DeploymentErrors.asText(deploymentStep.statusCode(), deploymentStep.statusMessage())
        : deploymentStep.error();
  }

  private static void fail(World world, TemplateDeployment templateDeployment, JsonNode error) {
    templateDeployment.set("error", error);
    templateDeployment.enter(TemplateDeployment.State.FAILED, world.now());
  }

  private void finish() {
    JsonNode declared = templateDeployment.template().path("outputs");
    try {
      if (declared.isObject()) {
        templateDeployment.set("outputs", new OutputEvaluator(program.evaluator()).of(declared));
      }
      templateDeployment.enter(TemplateDeployment.State.SUCCEEDED, world.now());
    } catch (OutputEvaluator.OutputException e) {
      fail(world, templateDeployment, e.error());
    }
  }
}
