package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.List;

/**
 * What a client asks to be deployed.
 *
 * @param template the template, raw
 * @param parameters the parameters as they were sent, by name
 * @param complete whether what the template does not name shall go
 * @param body the whole request
 * @param positions where everything stands in the request
 */
public record DeploymentRequest(
    ObjectNode template,
    ObjectNode parameters,
    boolean complete,
    JsonNode body,
    SourcePositions positions) {
  /** Where the template is in a request. */
  static final String TEMPLATE = "/properties/template";

  /** Parts of a template that change what it means, and are not simulated. */
  private static final List<String> BEYOND =
      List.of("functions", "languageVersion", "definitions", "imports", "extensions");

  /**
   * Reads the request for a deployment.
   *
   * @throws io.github.hybridnet.simulator.arm.error.ArmException if it is malformed, or asks for
   *     what is not simulated
   */
  public static DeploymentRequest read(byte[] content) {
    RelaxedJsonReader.Document document = RelaxedJsonReader.read(content);
    JsonNode properties = document.root().path("properties");
    if (!properties.isObject()) {
      throw ArmErrors.invalidRequestContent(missing("properties", ""));
    }
    refuseLinks(properties);
    if (!(properties.get("template") instanceof ObjectNode template)) {
      throw ArmErrors.invalidRequestContent(missing("template", "properties"));
    }
    refuseBeyond(template);
    return new DeploymentRequest(
        template,
        parameters(properties),
        complete(properties),
        document.root(),
        document.positions());
  }

  private static void refuseLinks(JsonNode properties) {
    for (String link : List.of("templateLink", "parametersLink", "onErrorDeployment")) {
      if (properties.path(link).isObject()) {
        throw DeploymentErrors.notSimulated("'" + link + "'; send the template itself");
      }
    }
  }

  private static void refuseBeyond(ObjectNode template) {
    for (String member : BEYOND) {
      JsonNode value = template.path(member);
      if (value.isValueNode() && !value.isNull() || value.size() > 0) {
        throw DeploymentErrors.notSimulated("templates with '" + member + "'");
      }
    }
  }

  private static ObjectNode parameters(JsonNode properties) {
    JsonNode parameters = properties.path("parameters");
    if (parameters.isMissingNode() || parameters.isNull()) {
      return JsonCodec.object();
    }
    // The content of a parameter file is taken too, as Resource Manager's own clients send it.
    JsonNode inner =
        parameters.has("$schema") && parameters.path("parameters").isObject()
            ? parameters.path("parameters")
            : parameters;
    if (inner instanceof ObjectNode object) {
      return object;
    }
    throw ArmErrors.invalidRequestContent("'parameters' is not an object");
  }

  private static boolean complete(JsonNode properties) {
    String mode = properties.path("mode").asText("");
    if (mode.equalsIgnoreCase("Complete")) {
      return true;
    }
    if (mode.equalsIgnoreCase("Incremental")) {
      return false;
    }
    throw ArmErrors.invalidRequestContent(
        mode.isEmpty()
            ? missing("mode", "properties")
            : "Error converting value \"%s\" to type 'DeploymentMode'. Path 'properties.mode'"
                .formatted(mode));
  }

  private static String missing(String member, String path) {
    return "Required property '%s' not found in JSON. Path '%s'".formatted(member, path);
  }

  public String mode() {
    return complete ? "Complete" : "Incremental";
  }
}
