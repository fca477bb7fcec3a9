package io.github.hybridnet.replay.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A member of a body that has a value of its own.
 *
 * @param path indices left out; the length of a list is a leaf that ends with {@code [#]}
 * @param type of the value
 */
record JsonLeaf(String path, JsonNodeType type) {
  static final String LENGTH = "[#]";
  static final String ELEMENT = "[]";

  /** The leaves of a body, each with its first value; nulls are none. */
  static Map<JsonLeaf, JsonNode> of(JsonNode body) {
    Map<JsonLeaf, JsonNode> leaves = new LinkedHashMap<>();
    collect(body, "", false, leaves);
    return leaves;
  }

  /** The same, and the objects that have members. */
  static Map<JsonLeaf, JsonNode> withObjects(JsonNode body) {
    Map<JsonLeaf, JsonNode> leaves = new LinkedHashMap<>();
    collect(body, "", true, leaves);
    return leaves;
  }

  private static void collect(
      JsonNode node, String path, boolean objects, Map<JsonLeaf, JsonNode> to) {
    if (node.isObject()) {
      if (objects || node.isEmpty()) {
        to.putIfAbsent(new JsonLeaf(path, JsonNodeType.OBJECT), node);
      }
      node.fields()
          .forEachRemaining(f -> collect(f.getValue(), below(path, f.getKey()), objects, to));
    } else if (node.isArray()) {
      to.putIfAbsent(
          new JsonLeaf(path + LENGTH, JsonNodeType.NUMBER), IntNode.valueOf(node.size()));
      node.forEach(child -> collect(child, path + ELEMENT, objects, to));
    } else if (!isNothing(node)) {
      to.putIfAbsent(new JsonLeaf(path, node.getNodeType()), node);
    }
  }

  static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static boolean isNothing(JsonNode node) {
    return node.isNull() || node.isMissingNode();
  }
}
