package io.github.hybridnet.replay.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.replay.compare.GeneratedValueCheck;
import io.github.hybridnet.replay.compare.LeafPair;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the simulator made up in the place of recorded values, for requests that send it back. */
final class ReplacedValues {
  private static final Pattern ZEROS = Pattern.compile("[0-]*");

  private final GeneratedValueCheck generated;
  private final Map<String, JsonNode> replacements = new HashMap<>();

  ReplacedValues(GeneratedValueCheck generated) {
    this.generated = generated;
  }

  /** Compares an answer with the recorded one. */
  void learn(JsonNode recorded, JsonNode simulated) {
    for (LeafPair pair : LeafPair.of(recorded, simulated)) {
      if (pair.recorded().isTextual() && isReplaced(pair)) {
        replacements.put(pair.recorded().asText(), pair.simulated());
      }
    }
  }

  private boolean isReplaced(LeafPair pair) {
    return !pair.recorded().equals(pair.simulated())
        && !ZEROS.matcher(pair.recorded().asText()).matches()
        && !pair.path().contains("message")
        && generated.isGenerated(pair.path(), pair.recorded());
  }

  /** A body with the simulator's values. */
  JsonNode in(JsonNode body) {
    JsonNode copy = body.deepCopy();
    replace(copy);
    return copy instanceof TextNode text ? replacements.getOrDefault(text.asText(), text) : copy;
  }

  private void replace(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.fields().forEachRemaining(field -> field.setValue(replaced(field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replaced(array.get(i)));
      }
    }
  }

  private JsonNode replaced(JsonNode value) {
    if (value.isTextual()) {
      return replacements.getOrDefault(value.asText(), value);
    }
    replace(value);
    return value;
  }
}
