package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.util.Locale;

/** Writes a resource of a deployment, or removes one, and follows the operation. */
final class StepRunner {
  /** A version that every provider knows, for what no template names. */
  private static final String API_VERSION = "2024-03-01";

  private static final Duration RETRY = Duration.ofSeconds(10);

  /** A recorded deployment waited 34 minutes for a busy gateway; where it ends is not known. */
  private static final Duration PATIENCE = Duration.ofHours(2);

  private final World world;
  private final String correlation;

  StepRunner(World world, String correlation) {
    this.world = world;
    this.correlation = correlation;
  }

  /** Sends the request of a step. Always true: something has changed, or a time was set. */
  boolean start(Step step, DeploymentProgram program) {
    step.begun(operationId(), world.now());
    if (step.deletes()) {
      accept(step, world.send("DELETE", step.id().toString(), API_VERSION, null));
      return true;
    }
    PlannedResource resource = program.plan().index().find(step.id()).orElseThrow();
    ObjectNode body;
    try {
      body = program.body(resource);
    } catch (TemplateException e) {
      ObjectNode error = DeploymentErrors.invalidResource(step.id(), step.at(), e.sentence());
      refuse(step, 400, error);
      return true;
    }
    accept(step, world.send("PUT", step.id().toString(), resource.apiVersion(), body));
    return true;
  }

  /** Asks how the operation of a step stands; false while it runs. */
  boolean poll(Step step) {
    Response answer = world.send("GET", step.poll(), API_VERSION, null);
    JsonNode status = answer.body().orElseGet(Json::object);
    switch (status.path("status").asText().toLowerCase(Locale.ROOT)) {
      case "succeeded" -> step.ended(Step.State.SUCCEEDED, Statuses.name(200), world.now());
      case "failed", "canceled" -> failed(step, status);
      default -> {
        if (Statuses.accepted(answer) || Statuses.retryable(answer)) {
          return false;
        }
        refuse(step, answer.status(), Statuses.error(answer));
      }
    }
    return true;
  }

  private void accept(Step step, Response answer) {
    if (Statuses.retryable(answer) && !exhausted(step)) {
      step.retryAt(world.now().plus(RETRY));
    } else if (!Statuses.accepted(answer)) {
      refuse(step, answer.status(), Statuses.error(answer));
    } else {
      String operation = Statuses.operation(answer);
      if (operation.isEmpty()) {
        step.ended(Step.State.SUCCEEDED, Statuses.name(answer.status()), world.now());
      } else {
        step.running(operation, answer.headers().getOrDefault("x-ms-request-id", correlation));
      }
    }
  }

  private boolean exhausted(Step step) {
    return step.started().filter(begin -> begin.plus(PATIENCE).isBefore(world.now())).isPresent();
  }

  private void refuse(Step step, int status, JsonNode error) {
    step.ended(Step.State.FAILED, Statuses.name(status), world.now());
    ObjectNode message = Json.object();
    message.set("error", error);
    step.failed(message, error);
  }

  private void failed(Step step, JsonNode status) {
    ArmId id = step.id();
    String state = status.path("status").asText();
    ObjectNode error = DeploymentErrors.resourceFailed(id, state, status.path("error"));
    step.ended(Step.State.FAILED, Statuses.name(409), world.now());
    ObjectNode message = Json.object().put("status", state);
    message.set("error", error);
    step.failed(message, error);
  }

  private String operationId() {
    return world.ids().guid().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
