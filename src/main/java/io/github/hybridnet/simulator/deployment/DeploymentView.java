package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.run.DeploymentStep;
import io.github.hybridnet.simulator.deployment.run.DeploymentStore;
import io.github.hybridnet.simulator.deployment.run.TemplateDeployment;
import io.github.hybridnet.simulator.deployment.template.ParameterType;
import io.github.hybridnet.simulator.http.JsonCodec;
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

  ObjectNode show(TemplateDeployment templateDeployment) {
    ObjectNode shown = envelope(templateDeployment);
    ObjectNode properties = shown.putObject("properties");
    common(templateDeployment, properties);
    properties.put("provisioningState", templateDeployment.state().word());
    properties.put("timestamp", InstantFormat.text(templateDeployment.changed()));
    Instant end = templateDeployment.state().active() ? now : templateDeployment.changed();
    properties.put("duration", Duration.between(templateDeployment.started(), end).toString());
    rest(templateDeployment, properties);
    for (String part : new String[] {"outputs", "error"}) {
      if (!templateDeployment.part(part).isMissingNode()) {
        properties.set(part, templateDeployment.part(part));
      }
    }
    if (templateDeployment.state() == TemplateDeployment.State.SUCCEEDED) {
      properties.set("outputResources", outputResources(templateDeployment));
    }
    return shown;
  }

  /** What a deployment that is only validated is answered with. */
  ObjectNode validated(TemplateDeployment templateDeployment) {
    ObjectNode shown = envelope(templateDeployment);
    ObjectNode properties = shown.putObject("properties");
    common(templateDeployment, properties);
    properties.put("provisioningState", TemplateDeployment.State.SUCCEEDED.word());
    properties.put("timestamp", "0001-01-01T00:00:00Z").put("duration", "PT0S");
    rest(templateDeployment, properties);
    ArrayNode resources = properties.putArray("validatedResources");
    templateDeployment.steps().stream()
        .filter(deploymentStep -> !deploymentStep.is(DeploymentStep.State.SKIPPED))
        .forEach(deploymentStep -> resources.addObject().put("id", deploymentStep.id().toString()));
    return shown;
  }

  private ObjectNode envelope(TemplateDeployment templateDeployment) {
    ObjectNode shown = JsonCodec.object();
    shown.put("id", templateDeployment.id().toString()).put("name", templateDeployment.id().name());
    if (apiVersion.compareTo(WITH_TYPE) >= 0) {
      shown.put("type", DeploymentStore.TYPE.toString());
    }
    for (String member : new String[] {"location", "tags"}) {
      if (!templateDeployment.part(member).isMissingNode()) {
        shown.set(member, templateDeployment.part(member));
      }
    }
    return shown;
  }

  private static void common(TemplateDeployment templateDeployment, ObjectNode properties) {
    properties.put("templateHash", templateDeployment.text("templateHash"));
    ObjectNode parameters = parameters(templateDeployment.part("parameters"));
    if (!parameters.isEmpty()) {
      properties.set("parameters", parameters);
    }
    properties.put("mode", templateDeployment.text("mode"));
  }

  private static void rest(TemplateDeployment templateDeployment, ObjectNode properties) {
    properties.put("correlationId", templateDeployment.text("correlationId"));
    properties.set("providers", templateDeployment.part("providers"));
    properties.set("dependencies", templateDeployment.part("dependencies"));
  }

  private static ObjectNode parameters(JsonNode stored) {
    ObjectNode shown = JsonCodec.object();
    for (Map.Entry<String, JsonNode> parameter : stored.properties()) {
      ObjectNode one = shown.putObject(parameter.getKey());
      one.put("type", parameter.getValue().path("type").asText());
      if (!ParameterType.of(parameter.getValue()).secure()) {
        one.set("value", parameter.getValue().path("value"));
      }
    }
    return shown;
  }

  private ArrayNode outputResources(TemplateDeployment templateDeployment) {
    ArrayNode resources = JsonCodec.object().arrayNode();
    templateDeployment.steps().stream()
        .filter(
            deploymentStep ->
                deploymentStep.is(DeploymentStep.State.SUCCEEDED) && !deploymentStep.deletes())
        .map(DeploymentStep::id)
        .map(id -> apiVersion.compareTo(WITH_IDS) >= 0 ? id.toString() : brief(id))
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .forEach(id -> resources.addObject().put("id", id));
    return resources;
  }

  private static String brief(ArmId id) {
    return id.type() + "/" + String.join("/", id.names());
  }
}
