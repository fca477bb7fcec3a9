package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.deployment.template.PlannedResource;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.time.Duration;
import java.util.Locale;

/** Writes a resource of a deployment, or removes one, and follows the operation. */
final class DeploymentStepRunner {
  /** A version that every provider knows, for what no template names. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  /** A recorded deployment waited 34 minutes for a busy gateway; where it ends is not known. */
  private static final Duration PATIENCE = Duration.ofHours(2);

  private static final TypeName CONNECTION = TypeName.of("Microsoft.Network/connections");

  private final World world;
  private final String correlation;

  DeploymentStepRunner(World world, String correlation) {
    this.world = world;
    this.correlation = correlation;
  }

  /** Sends the request of a step. Always true: something has changed, or a time was set. */
  boolean start(DeploymentStep deploymentStep, DeploymentProgram program) {
    deploymentStep.begun(operationId(), world.now());
    if (deploymentStep.deletes()) {
      accept(
          deploymentStep,
          world.send("DELETE", deploymentStep.id().toString(), World.API_VERSION, null));
      return true;
    }
    PlannedResource resource = program.plan().index().find(deploymentStep.id()).orElseThrow();
    ObjectNode body;
    try {
      body = program.body(resource);
    } catch (TemplateException e) {
      ObjectNode error =
          DeploymentErrors.invalidResource(deploymentStep.id(), deploymentStep.at(), e.sentence());
      refuse(deploymentStep, 400, error);
      return true;
    }
    accept(
        deploymentStep,
        world.send("PUT", deploymentStep.id().toString(), resource.apiVersion(), body));
    return true;
  }

  /** Asks how the operation of a step stands; false while it runs. */
  boolean poll(DeploymentStep deploymentStep) {
    ServerResponse answer = world.send("GET", deploymentStep.poll(), World.API_VERSION, null);
    JsonNode status = answer.body().orElseGet(JsonCodec::object);
    switch (status.path("status").asText().toLowerCase(Locale.ROOT)) {
      case "succeeded" ->
          deploymentStep.ended(
              DeploymentStep.State.SUCCEEDED, OperationResponseReader.name(200), world.now());
      case "failed", "canceled" -> failed(deploymentStep, status);
      default -> {
        if (OperationResponseReader.accepted(answer) || OperationResponseReader.retryable(answer)) {
          return false;
        }
        refuse(deploymentStep, answer.status(), OperationResponseReader.error(answer));
      }
    }
    return true;
  }

  private void accept(DeploymentStep deploymentStep, ServerResponse answer) {
    if (isOnlyForNow(deploymentStep, answer) && !exhausted(deploymentStep)) {
      deploymentStep.retryAt(world.now().plus(RETRY));
    } else if (!OperationResponseReader.accepted(answer)) {
      refuse(deploymentStep, answer.status(), OperationResponseReader.error(answer));
    } else {
      String operation = OperationResponseReader.operation(answer);
      if (operation.isEmpty()) {
        deploymentStep.ended(
            DeploymentStep.State.SUCCEEDED,
            OperationResponseReader.name(answer.status()),
            world.now());
      } else {
        deploymentStep.running(
            operation, answer.headers().getOrDefault("x-ms-request-id", correlation));
      }
    }
  }

  /**
   * A conflict ends a deployment: public reports about subnets, 2021 to 2024 (Azure/bicep issue
   * 5132). Recorded deployments of connections waited beside a busy gateway; what they were
   * answered is not known.
   */
  private boolean isOnlyForNow(DeploymentStep deploymentStep, ServerResponse answer) {
    boolean waits =
        deploymentStep.id().type().equals(CONNECTION)
            && world.behaviour().variants().is(AzureVariant.DEPLOYMENT_CONFLICT, "waits");
    return OperationResponseReader.retryable(answer)
        || waits && OperationResponseReader.conflicting(answer);
  }

  private boolean exhausted(DeploymentStep deploymentStep) {
    return deploymentStep
        .started()
        .filter(begin -> begin.plus(PATIENCE).isBefore(world.now()))
        .isPresent();
  }

  private void refuse(DeploymentStep deploymentStep, int status, JsonNode error) {
    deploymentStep.ended(
        DeploymentStep.State.FAILED, OperationResponseReader.name(status), world.now());
    ObjectNode message = JsonCodec.object();
    message.set("error", error);
    deploymentStep.failed(message, error);
  }

  private void failed(DeploymentStep deploymentStep, JsonNode status) {
    ArmId id = deploymentStep.id();
    String state = status.path("status").asText();
    ObjectNode error = DeploymentErrors.resourceFailed(id, state, status.path("error"));
    deploymentStep.ended(
        DeploymentStep.State.FAILED, OperationResponseReader.name(409), world.now());
    ObjectNode message = JsonCodec.object().put("status", state);
    message.set("error", error);
    deploymentStep.failed(message, error);
  }

  private String operationId() {
    return world.ids().guid().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
