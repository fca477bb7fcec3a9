package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.language.TemplateValues;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parameters of a deployment: what was sent, or else the defaults, checked. */
public final class TemplateParameters {
  private static final String DECLARED = DeploymentRequest.TEMPLATE + "/parameters/";

  private final ObjectNode declared;
  private final ObjectNode sent;
  private final SourcePositions sourcePositions;
  private final Map<String, JsonNode> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> underway = new HashSet<>();

  TemplateParameters(DeploymentRequest deploymentRequest) {
    this.declared =
        deploymentRequest.template().get("parameters") instanceof ObjectNode object
            ? object
            : JsonCodec.object();
    this.sent = deploymentRequest.parameters();
    this.sourcePositions = deploymentRequest.positions();
  }

  /** The values that {@link #stored} gave. */
  public static Map<String, JsonNode> restored(JsonNode stored) {
    Map<String, JsonNode> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    stored
        .properties()
        .forEach(field -> values.put(field.getKey(), field.getValue().path("value")));
    return values;
  }

  /**
   * Checks and evaluates all.
   *
   * @throws DeploymentRefusedException if one is missing, too many or not valid
   */
  void resolve(TemplateEvaluator templateEvaluator) {
    refuseUndeclared();
    TemplateValues.names(declared).forEach(name -> value(name, templateEvaluator));
  }

  /** The value of a parameter, whatever the case of its name. */
  JsonNode value(String name, TemplateEvaluator templateEvaluator) {
    String declaredName =
        TemplateValues.names(declared).stream()
            .filter(each -> each.equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> notFound(name));
    JsonNode known = values.get(declaredName);
    if (known != null) {
      return known;
    }
    if (!underway.add(declaredName)) {
      throw new TemplateException(
          "The template parameter '%s' has a default value that depends on itself."
              .formatted(name));
    }
    JsonNode value = determine(declaredName, templateEvaluator);
    values.put(declaredName, value);
    return value;
  }

  public static TemplateException notFound(String name) {
    return new TemplateException(
        "The template parameter '%s' is not found. Please see".formatted(name)
            + " https://aka.ms/arm-syntax-parameters for usage details.");
  }

  /** The values with their types, as {@link #restored} wants them. */
  public ObjectNode stored() {
    ObjectNode stored = JsonCodec.object();
    for (String name : TemplateValues.names(declared)) {
      ObjectNode parameter = stored.putObject(name);
      parameter.put("type", ParameterType.of(declared.path(name)).word());
      parameter.set("value", values.getOrDefault(name, NullNode.instance));
    }
    return stored;
  }

  private JsonNode determine(String name, TemplateEvaluator templateEvaluator) {
    JsonNode declaration = declared.path(name);
    Position at = sourcePositions.at(DECLARED + name);
    ParameterType type = ParameterType.of(declaration);
    if (type == ParameterType.UNKNOWN) {
      throw DeploymentErrors.invalidTemplate(
          "The template parameter '%s' has the type '%s', which is not valid."
              .formatted(name, declaration.path("type").asText()),
          at);
    }
    JsonNode value = given(name, templateEvaluator, at);
    if (!(value.isNull() && declaration.path("nullable").asBoolean())) {
      new ParameterConstraints(name, type, declaration, at).check(value);
    }
    return value;
  }

  private JsonNode given(String name, TemplateEvaluator templateEvaluator, Position at) {
    JsonNode declaration = declared.path(name);
    JsonNode entry = TemplateValues.member(sent, name).orElse(null);
    if (entry != null && entry.has("reference")) {
      throw DeploymentErrors.notSimulated("parameters with a 'reference' to a Key Vault");
    }
    if (entry != null && entry.has("value")) {
      return entry.get("value");
    }
    if (declaration.has("defaultValue")) {
      return evaluated(name, templateEvaluator, at);
    }
    if (declaration.path("nullable").asBoolean()) {
      return NullNode.instance;
    }
    throw DeploymentErrors.invalidTemplate(
        "The value for the template parameter '%s' at line '%d' and column '%d' is not provided."
                .formatted(name, at.line(), at.column())
            + " Please see https://aka.ms/arm-create-parameter-file for usage details.",
        at);
  }

  private JsonNode evaluated(String name, TemplateEvaluator templateEvaluator, Position at) {
    try {
      return templateEvaluator.evaluate(declared.path(name).get("defaultValue"));
    } catch (TemplateException e) {
      throw DeploymentErrors.invalidTemplate(
          "The template parameter '%s' at line '%d' and column '%d' is not valid: %s"
              .formatted(name, at.line(), at.column(), e.sentence()),
          at);
    }
  }

  private void refuseUndeclared() {
    Set<String> known = new HashSet<>();
    declared.fieldNames().forEachRemaining(name -> known.add(name.toLowerCase(Locale.ROOT)));
    List<String> undeclared =
        TemplateValues.names(sent).stream()
            .filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    if (!undeclared.isEmpty()) {
      throw DeploymentErrors.invalidTemplate(
          "The template parameters '%s' in the parameters file are not valid; they are not present"
                  .formatted(String.join(", ", undeclared))
              + " in the original template and can therefore not be provided at deployment time."
              + " The only supported parameters for this template are '%s'. Please see"
                  .formatted(String.join(", ", TemplateValues.names(declared)))
              + " https://aka.ms/arm-pass-parameter-values for usage details.",
          Position.NONE);
    }
  }
}
