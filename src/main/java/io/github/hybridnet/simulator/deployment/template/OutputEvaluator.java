package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.deployment.language.CopyLoop;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.language.TemplateValues;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.Map;

/** What a deployment returns when all is done. */
public final class OutputEvaluator {
  private final TemplateEvaluator templateEvaluator;

  public OutputEvaluator(TemplateEvaluator templateEvaluator) {
    this.templateEvaluator = templateEvaluator;
  }

  /** An output that cannot be computed. */
  public static final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ObjectNode error;

    OutputException(ObjectNode error) {
      super(error.path("code").asText());
      this.error = error;
    }

    public ObjectNode error() {
      return error;
    }
  }

  public ObjectNode of(JsonNode declared) throws OutputException {
    ObjectNode outputs = JsonCodec.object();
    for (Map.Entry<String, JsonNode> output : declared.properties()) {
      try {
        add(output.getKey(), output.getValue(), outputs);
      } catch (TemplateException e) {
        throw new OutputException(DeploymentErrors.outputFailed(output.getKey(), e.sentence()));
      }
    }
    return outputs;
  }

  private void add(String name, JsonNode declaration, ObjectNode outputs) {
    if (declaration.has("condition")
        && !templateEvaluator.evaluate(declaration.get("condition")).asBoolean()) {
      return;
    }
    ParameterType type = ParameterType.of(declaration);
    JsonNode value = value(name, declaration);
    if (!type.takes(value)) {
      throw new TemplateException(
          "Template output JToken type is not valid. Expected '%s'. Actual '%s'. Please see"
                  .formatted(type.expected(), TemplateValues.type(value))
              + " https://aka.ms/arm-syntax-outputs for usage details.");
    }
    ObjectNode output = outputs.putObject(shownName(name)).put("type", type.word());
    if (!type.secure()) {
      output.set("value", value);
    }
  }

  /**
   * The name in lower case as far as its capitals go: {@code VNetId} is shown as {@code vNetId},
   * {@code TRANS_Id} as {@code tranS_Id}. From public reports (Azure/bicep issue 9360 of 2022,
   * terraform-provider-azurerm issue 5706 of 2020).
   */
  private static String shownName(String name) {
    char[] letters = name.toCharArray();
    for (int i = 0; i < letters.length && Character.isUpperCase(letters[i]); i++) {
      if (i > 0 && i + 1 < letters.length && !Character.isUpperCase(letters[i + 1])) {
        break;
      }
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }

  private JsonNode value(String name, JsonNode declaration) {
    JsonNode copy = declaration.path(CopyLoop.MEMBER);
    if (!copy.isObject()) {
      return templateEvaluator.evaluate(declaration.path("value"));
    }
    ObjectNode loop = JsonCodec.object().put("name", name);
    loop.set("count", copy.path("count"));
    return CopyLoop.of(loop, "", templateEvaluator).values(copy.path("input"));
  }
}
