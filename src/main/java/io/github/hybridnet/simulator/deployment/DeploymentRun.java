package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Carries a deployment on as far as it gets at one instant. It acts as a client: it writes
 * resources, asks how their operations stand, and comes back when something may have changed.
 */
final class DeploymentRun {
  /** The name of the event that carries a deployment on. */
  static final String EVENT = "deployments.advance";

  private static final System.Logger LOG = System.getLogger(DeploymentRun.class.getName());

  /** When nothing says how long an operation takes. */
  private static final Duration POLL = Duration.ofSeconds(10);

  private final World world;
  private final Deployment deployment;
  private final DeploymentProgram program;

  private DeploymentRun(World world, Deployment deployment) {
    this.world = world;
    this.deployment = deployment;
    this.program = DeploymentProgram.of(world, deployment);
  }

  /** Handles the event. */
  static void advance(World world, ArmId id, ObjectNode data) {
    Deployments deployments = new Deployments(world);
    Deployment deployment = deployments.find(id).orElse(null);
    if (deployment == null || !deployment.state().active()) {
      return;
    }
    try {
      deployment.enter(Deployment.State.RUNNING, world.now());
      new DeploymentRun(world, deployment).advance();
    } catch (RuntimeException | StackOverflowError e) {
      // The deployment ends all the same: whoever waits for it must not wait in vain.
      LOG.log(System.Logger.Level.WARNING, "The simulator failed at the deployment " + id, e);
      fail(
          world,
          deployment,
          Json.object()
              .put("code", ArmErrors.internal().code())
              .put("message", ArmErrors.internal().message()));
    }
    deployments.put(deployment);
  }

  static void schedule(World world, ArmId id, Duration after) {
    world.schedule(EVENT, id, after, Json.object());
  }

  private void advance() {
    boolean moved = true;
    while (moved) {
      moved = step();
    }
    List<Step> steps = deployment.steps();
    if (steps.stream()
        .anyMatch(step -> step.is(Step.State.RUNNING) || step.retryAt().isPresent())) {
      sleep(steps);
    } else if (steps.stream().anyMatch(step -> step.is(Step.State.FAILED))) {
      failSteps(steps);
    } else {
      finish();
    }
  }

  /** One round through all steps; false if nothing changed. */
  private boolean step() {
    StepRunner runner = new StepRunner(world, deployment.text("correlationId"));
    boolean moved = false;
    for (Step step : deployment.steps()) {
      if (step.is(Step.State.RUNNING)) {
        moved |= runner.poll(step);
      } else if (step.is(Step.State.WAITING) && due(step) && ready(step)) {
        moved |= runner.start(step, program);
      }
    }
    return moved || CompleteMode.next(world, deployment);
  }

  private boolean due(Step step) {
    return step.retryAt().filter(moment -> moment.isAfter(world.now())).isEmpty();
  }

  private boolean ready(Step step) {
    return program.plan().dependencies(step.id()).stream()
        .allMatch(
            needed ->
                deployment.steps().stream()
                    .anyMatch(other -> other.id().equals(needed) && other.satisfied()));
  }

  private void sleep(List<Step> steps) {
    Instant next =
        steps.stream()
            .flatMap(step -> wake(step).stream())
            .min(Comparator.naturalOrder())
            .orElse(world.now().plus(POLL));
    Duration pause = Duration.between(world.now(), next);
    schedule(world, deployment.id(), pause.isNegative() || pause.isZero() ? POLL : pause);
  }

  /** When a step may have changed. */
  private Optional<Instant> wake(Step step) {
    if (!step.is(Step.State.RUNNING)) {
      return step.is(Step.State.WAITING) ? step.retryAt() : Optional.empty();
    }
    String operation = step.poll().substring(step.poll().lastIndexOf('/') + 1);
    return world.running(step.id()).stream()
        .filter(running -> running.operationId().equals(operation))
        .map(running -> running.due())
        .findFirst()
        .or(() -> Optional.of(world.now().plus(POLL)));
  }

  private void failSteps(List<Step> steps) {
    ObjectNode error = DeploymentErrors.failed(deployment.id());
    steps.stream()
        .filter(step -> step.is(Step.State.FAILED))
        .forEach(step -> error.withArrayProperty("details").add(step.error()));
    fail(world, deployment, error);
  }

  private static void fail(World world, Deployment deployment, JsonNode error) {
    deployment.set("error", error);
    deployment.enter(Deployment.State.FAILED, world.now());
  }

  private void finish() {
    JsonNode declared = deployment.template().path("outputs");
    try {
      if (declared.isObject()) {
        deployment.set("outputs", new Outputs(program.evaluator()).of(declared));
      }
      deployment.enter(Deployment.State.SUCCEEDED, world.now());
    } catch (Outputs.OutputException e) {
      fail(world, deployment, e.error());
    }
  }
}
