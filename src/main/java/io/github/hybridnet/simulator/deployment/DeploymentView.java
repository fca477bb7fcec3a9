package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How deployments are shown. */
final class DeploymentView {
  /** Earlier versions have no {@code type}; the recordings have none in 2018, and all in 2019. */
  private static final String WITH_TYPE = "2019-05-01";

  /**
   * Earlier versions shorten the ids of resources; those of 2016 are recorded, and 2018 differs.
   */
  private static final String WITH_IDS = "2017-05-10";

  private final String apiVersion;
  private final Instant now;

  /** How a version shows deployments at an instant. */
  DeploymentView(String apiVersion, Instant now) {
    this.apiVersion = apiVersion;
    this.now = now;
  }

  ObjectNode show(Deployment deployment) {
    ObjectNode shown = envelope(deployment);
    ObjectNode properties = shown.putObject("properties");
    common(deployment, properties);
    properties.put("provisioningState", deployment.state().word());
    properties.put("timestamp", Moments.text(deployment.changed()));
    Instant end = deployment.state().active() ? now : deployment.changed();
    properties.put("duration", Duration.between(deployment.started(), end).toString());
    rest(deployment, properties);
    for (String part : new String[] {"outputs", "error"}) {
      if (!deployment.part(part).isMissingNode()) {
        properties.set(part, deployment.part(part));
      }
    }
    if (deployment.state() == Deployment.State.SUCCEEDED) {
      properties.set("outputResources", outputResources(deployment));
    }
    return shown;
  }

  /** What a deployment that is only validated is answered with. */
  ObjectNode validated(Deployment deployment) {
    ObjectNode shown = envelope(deployment);
    ObjectNode properties = shown.putObject("properties");
    common(deployment, properties);
    properties.put("provisioningState", Deployment.State.SUCCEEDED.word());
    properties.put("timestamp", "0001-01-01T00:00:00Z").put("duration", "PT0S");
    rest(deployment, properties);
    ArrayNode resources = properties.putArray("validatedResources");
    deployment.steps().stream()
        .filter(step -> !step.is(Step.State.SKIPPED))
        .forEach(step -> resources.addObject().put("id", step.id().toString()));
    return shown;
  }

  private ObjectNode envelope(Deployment deployment) {
    ObjectNode shown = Json.object();
    shown.put("id", deployment.id().toString()).put("name", deployment.id().name());
    if (apiVersion.compareTo(WITH_TYPE) >= 0) {
      shown.put("type", Deployments.TYPE.toString());
    }
    for (String member : new String[] {"location", "tags"}) {
      if (!deployment.part(member).isMissingNode()) {
        shown.set(member, deployment.part(member));
      }
    }
    return shown;
  }

  private static void common(Deployment deployment, ObjectNode properties) {
    properties.put("templateHash", deployment.text("templateHash"));
    ObjectNode parameters = parameters(deployment.part("parameters"));
    if (!parameters.isEmpty()) {
      properties.set("parameters", parameters);
    }
    properties.put("mode", deployment.text("mode"));
  }

  private static void rest(Deployment deployment, ObjectNode properties) {
    properties.put("correlationId", deployment.text("correlationId"));
    properties.set("providers", deployment.part("providers"));
    properties.set("dependencies", deployment.part("dependencies"));
  }

  private static ObjectNode parameters(JsonNode stored) {
    ObjectNode shown = Json.object();
    for (Map.Entry<String, JsonNode> parameter : stored.properties()) {
      ObjectNode one = shown.putObject(parameter.getKey());
      one.put("type", parameter.getValue().path("type").asText());
      if (!ParameterType.of(parameter.getValue()).secure()) {
        one.set("value", parameter.getValue().path("value"));
      }
    }
    return shown;
  }

  private ArrayNode outputResources(Deployment deployment) {
    ArrayNode resources = Json.object().arrayNode();
    deployment.steps().stream()
        .filter(step -> step.is(Step.State.SUCCEEDED) && !step.deletes())
        .map(Step::id)
        .map(id -> apiVersion.compareTo(WITH_IDS) >= 0 ? id.toString() : brief(id))
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .forEach(id -> resources.addObject().put("id", id));
    return resources;
  }

  private static String brief(ArmId id) {
    return id.type() + "/" + String.join("/", id.names());
  }
}
