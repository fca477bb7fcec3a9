package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads YAML as if it were JSON. Tags that would create objects of other classes are errors, and so
 * are lists that contain themselves.
 */
final class YamlReader {
  private static final int DEEPEST = 100;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlReader() {}

  /**
   * The tree of a text.
   *
   * @throws CassetteFormatException when it is not valid YAML, or nested too deeply
   */
  static JsonNode tree(String text) throws CassetteFormatException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      return node(new Yaml(new SafeConstructor(options)).load(text), 0);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new CassetteFormatException("it is neither JSON nor valid YAML at line " + line);
    } catch (YAMLException e) {
      throw new CassetteFormatException("it is neither JSON nor valid YAML");
    }
  }

  private static JsonNode node(@Nullable Object value, int depth) throws CassetteFormatException {
    if (depth > DEEPEST) {
      throw new CassetteFormatException("it is YAML that is nested too deeply");
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        object.set(String.valueOf(entry.getKey()), node(entry.getValue(), depth + 1));
      }
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      for (Object element : list) {
        array.add(node(element, depth + 1));
      }
      return array;
    }
    return scalar(value);
  }

  private static JsonNode scalar(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof byte[] bytes) {
      return NODES.binaryNode(bytes);
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    return value instanceof Boolean flag
        ? NODES.booleanNode(flag)
        : NODES.textNode(String.valueOf(value));
  }
}
