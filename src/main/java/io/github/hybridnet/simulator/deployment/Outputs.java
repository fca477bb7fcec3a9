package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.deployment.language.CopyLoop;
import io.github.hybridnet.simulator.deployment.language.Evaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.language.Values;
import io.github.hybridnet.simulator.http.Json;
import java.util.Map;

/** What a deployment returns when all is done. */
final class Outputs {
  private final Evaluator evaluator;

  Outputs(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** An output that cannot be computed. */
  static final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ObjectNode error;

    OutputException(ObjectNode error) {
      super(error.path("code").asText());
      this.error = error;
    }

    ObjectNode error() {
      return error;
    }
  }

  ObjectNode of(JsonNode declared) throws OutputException {
    ObjectNode outputs = Json.object();
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
        && !evaluator.evaluate(declaration.get("condition")).asBoolean()) {
      return;
    }
    ParameterType type = ParameterType.of(declaration);
    JsonNode value = value(name, declaration);
    if (!type.takes(value)) {
      throw new TemplateException(
          "Template output JToken type is not valid. Expected '%s'. Actual '%s'. Please see"
                  .formatted(type.expected(), Values.type(value))
              + " https://aka.ms/arm-syntax-outputs for usage details.");
    }
    ObjectNode output = outputs.putObject(name).put("type", type.word());
    if (!type.secure()) {
      output.set("value", value);
    }
  }

  private JsonNode value(String name, JsonNode declaration) {
    JsonNode copy = declaration.path(CopyLoop.MEMBER);
    if (!copy.isObject()) {
      return evaluator.evaluate(declaration.path("value"));
    }
    ObjectNode loop = Json.object().put("name", name);
    loop.set("count", copy.path("count"));
    return CopyLoop.of(loop, "", evaluator).values(copy.path("input"));
  }
}
