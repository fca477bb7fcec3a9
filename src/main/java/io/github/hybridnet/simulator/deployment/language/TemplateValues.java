package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the language knows of JSON values. */
public final class TemplateValues {

  private TemplateValues() {}

  /** The JSON node of an integer. */
  static JsonNode number(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  /** A member of an object, whatever the case of its name. */
  public static Optional<JsonNode> member(JsonNode object, String name) {
    JsonNode exact = object.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    return object.properties().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The names of an object's members. */
  public static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Equality in which two integers of different width are equal. */
  public static boolean equal(JsonNode one, JsonNode other) {
    return key(one).equals(key(other));
  }

  /** What is equal for values that are {@link #equal}. */
  static Object key(JsonNode value) {
    return value.isIntegralNumber() ? (Object) value.longValue() : value;
  }

  /** A value as text inside a longer one. */
  public static String text(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? "True" : "False";
    }
    return value.isNull() ? "" : value.toString();
  }

  /** The name that messages have for the type of a value. */
  public static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "String";
      case NUMBER -> value.isIntegralNumber() ? "Integer" : "Float";
      case BOOLEAN -> "Boolean";
      case OBJECT -> "Object";
      case ARRAY -> "Array";
      default -> "Null";
    };
  }

  /** Puts the members of one object over those of another, and so inside nested objects. */
  static void merge(ObjectNode into, JsonNode from) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      JsonNode present = into.get(field.getKey());
      if (present instanceof ObjectNode object && field.getValue().isObject()) {
        merge(object, field.getValue());
      } else {
        into.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }
}
