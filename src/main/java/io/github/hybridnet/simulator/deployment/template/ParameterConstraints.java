package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.deployment.language.TemplateValues;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a template demands of the value of a parameter.
 *
 * @param name the parameter's name
 * @param type its type
 * @param declaration its declaration
 * @param at where that stands
 */
record ParameterConstraints(String name, ParameterType type, JsonNode declaration, Position at) {

  /**
   * Checks the value of a parameter. Messages have it only if it may be shown.
   *
   * @throws DeploymentRefusedException if it is not allowed
   */
  void check(JsonNode value) {
    if (!type.takes(value)) {
      throw refused(
          "",
          "Expected a value of type '%s', but received a value of type '%s'. Please see"
                  .formatted(type.expected(), TemplateValues.type(value))
              + " https://aka.ms/arm-create-parameter-file for usage details.");
    }
    allowed(value);
    if (value.isTextual() || value.isArray()) {
      long length = value.isTextual() ? value.textValue().length() : value.size();
      bounds("Length of the value", length, "minLength", "maxLength");
    }
    if (value.isIntegralNumber()) {
      bounds("The value", value.longValue(), "minValue", "maxValue");
    }
  }

  private void allowed(JsonNode value) {
    JsonNode allowed = declaration.path("allowedValues");
    if (!allowed.isArray() || among(allowed, value)) {
      return;
    }
    // Of an array, each element has to be among them.
    boolean each =
        value.isArray()
            && StreamSupport.stream(value.spliterator(), false).allMatch(v -> among(allowed, v));
    if (!each) {
      String values =
          StreamSupport.stream(allowed.spliterator(), false)
              .map(TemplateValues::text)
              .collect(Collectors.joining(","));
      throw refused(
          type.secure() ? "" : "'" + TemplateValues.text(value) + "' ",
          "The parameter value is not part of the allowed value(s): '%s'.".formatted(values));
    }
  }

  private static boolean among(JsonNode allowed, JsonNode value) {
    return StreamSupport.stream(allowed.spliterator(), false)
        .anyMatch(each -> TemplateValues.equal(each, value));
  }

  private void bounds(String what, long size, String least, String most) {
    JsonNode lower = declaration.path(least);
    JsonNode upper = declaration.path(most);
    if (lower.isIntegralNumber() && size < lower.longValue()) {
      throw outside(what, "greater", lower);
    }
    if (upper.isIntegralNumber() && size > upper.longValue()) {
      throw outside(what, "less", upper);
    }
  }

  private DeploymentRefusedException outside(String what, String direction, JsonNode bound) {
    return refused(
        "",
        "%s should be %s than or equal to '%s'. Please see https://aka.ms/arm-syntax-parameters for"
                .formatted(what, direction, bound.asText())
            + " usage details.");
  }

  private DeploymentRefusedException refused(String value, String why) {
    return DeploymentErrors.invalidTemplate(
        "The provided value %sfor the template parameter '%s' at line '%d' and column '%d' is not"
                .formatted(value, name, at.line(), at.column())
            + " valid. "
            + why,
        at);
  }
}
