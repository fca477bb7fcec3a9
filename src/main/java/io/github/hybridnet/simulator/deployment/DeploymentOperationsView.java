package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.deployment.run.DeploymentStep;
import io.github.hybridnet.simulator.deployment.run.TemplateDeployment;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of a deployment: one for each resource that it has begun with, and one more. */
final class DeploymentOperationsView {
  private static final Map<DeploymentStep.State, String> STATES =
      Map.of(
          DeploymentStep.State.WAITING, "Running",
          DeploymentStep.State.RUNNING, "Running",
          DeploymentStep.State.SUCCEEDED, "Succeeded",
          DeploymentStep.State.FAILED, "Failed");

  private final TemplateDeployment templateDeployment;
  private final Instant now;

  DeploymentOperationsView(TemplateDeployment templateDeployment, Instant now) {
    this.templateDeployment = templateDeployment;
    this.now = now;
  }

  ArrayNode all() {
    ArrayNode operations = JsonCodec.object().arrayNode();
    List<DeploymentStep> steps = templateDeployment.steps();
    steps.stream().filter(DeploymentStep::hasBegun).map(this::show).forEach(operations::add);
    if (templateDeployment.state() == TemplateDeployment.State.SUCCEEDED) {
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

  private ObjectNode show(DeploymentStep deploymentStep) {
    ObjectNode operation = begin(deploymentStep.operationId());
    ObjectNode properties = operation.putObject("properties");
    properties.put("provisioningOperation", deploymentStep.deletes() ? "Delete" : "Create");
    properties.put(
        "provisioningState", STATES.getOrDefault(deploymentStep.state(), "NotSpecified"));
    Instant began = deploymentStep.started().orElse(now);
    Instant end = deploymentStep.ended().orElse(now);
    properties.put("timestamp", InstantFormat.text(end));
    properties.put("duration", Duration.between(began, end).toString());
    properties.put("trackingId", templateDeployment.text("correlationId"));
    outcome(deploymentStep, properties);
    properties
        .putObject("targetResource")
        .put("id", deploymentStep.id().toString())
        .put("resourceType", deploymentStep.id().type().toString())
        .put("resourceName", String.join("/", deploymentStep.id().names()));
    return operation;
  }

  private static void outcome(DeploymentStep deploymentStep, ObjectNode properties) {
    if (!deploymentStep.serviceRequestId().isEmpty()) {
      properties.put("serviceRequestId", deploymentStep.serviceRequestId());
    }
    if (!deploymentStep.statusCode().isEmpty()) {
      properties.put("statusCode", deploymentStep.statusCode());
    }
    if (deploymentStep.statusMessage().isObject()) {
      properties.set("statusMessage", deploymentStep.statusMessage());
    }
  }

  private ObjectNode evaluation() {
    ObjectNode operation = begin(templateDeployment.text("operationId"));
    operation
        .putObject("properties")
        .put("provisioningOperation", "EvaluateDeploymentOutput")
        .put("provisioningState", "Succeeded")
        .put("timestamp", InstantFormat.text(templateDeployment.changed()))
        .put("duration", "PT0S")
        .put("trackingId", templateDeployment.text("correlationId"))
        .put("statusCode", "OK");
    return operation;
  }

  private ObjectNode begin(String operationId) {
    ObjectNode operation = JsonCodec.object();
    operation.put("id", templateDeployment.id() + "/operations/" + operationId);
    return operation.put("operationId", operationId);
  }
}
