package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of a deployment: one for each resource that it has begun with, and one more. */
final class OperationsView {
  private static final Map<Step.State, String> STATES =
      Map.of(
          Step.State.WAITING, "Running",
          Step.State.RUNNING, "Running",
          Step.State.SUCCEEDED, "Succeeded",
          Step.State.FAILED, "Failed");

  private final Deployment deployment;
  private final Instant now;

  OperationsView(Deployment deployment, Instant now) {
    this.deployment = deployment;
    this.now = now;
  }

  ArrayNode all() {
    ArrayNode operations = Json.object().arrayNode();
    List<Step> steps = deployment.steps();
    steps.stream().filter(Step::hasBegun).map(this::show).forEach(operations::add);
    if (deployment.state() == Deployment.State.SUCCEEDED) {
      operations.add(evaluation());
    }
    return operations;
  }

  Optional<ObjectNode> one(String operationId) {
    for (var operation : all()) {
      if (operation.path("operationId").asText().equalsIgnoreCase(operationId)) {
        return Optional.of((ObjectNode) operation);
      }
    }
    return Optional.empty();
  }

  private ObjectNode show(Step step) {
    ObjectNode operation = begin(step.operationId());
    ObjectNode properties = operation.putObject("properties");
    properties.put("provisioningOperation", step.deletes() ? "Delete" : "Create");
    properties.put("provisioningState", STATES.getOrDefault(step.state(), "NotSpecified"));
    Instant began = step.started().orElse(now);
    Instant end = step.ended().orElse(now);
    properties.put("timestamp", Moments.text(end));
    properties.put("duration", Duration.between(began, end).toString());
    properties.put("trackingId", deployment.text("correlationId"));
    outcome(step, properties);
    properties
        .putObject("targetResource")
        .put("id", step.id().toString())
        .put("resourceType", step.id().type().toString())
        .put("resourceName", String.join("/", step.id().names()));
    return operation;
  }

  private static void outcome(Step step, ObjectNode properties) {
    if (!step.serviceRequestId().isEmpty()) {
      properties.put("serviceRequestId", step.serviceRequestId());
    }
    if (!step.statusCode().isEmpty()) {
      properties.put("statusCode", step.statusCode());
    }
    if (step.statusMessage().isObject()) {
      properties.set("statusMessage", step.statusMessage());
    }
  }

  private ObjectNode evaluation() {
    ObjectNode operation = begin(deployment.text("operationId"));
    operation
        .putObject("properties")
        .put("provisioningOperation", "EvaluateDeploymentOutput")
        .put("provisioningState", "Succeeded")
        .put("timestamp", Moments.text(deployment.changed()))
        .put("duration", "PT0S")
        .put("trackingId", deployment.text("correlationId"))
        .put("statusCode", "OK");
    return operation;
  }

  private ObjectNode begin(String operationId) {
    ObjectNode operation = Json.object();
    operation.put("id", deployment.id() + "/operations/" + operationId);
    return operation.put("operationId", operationId);
  }
}
