package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reading and writing of JSON trees, where an absent member and a null one mean the same. */
public final class JsonMembers {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonMembers() {}

  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  public static JsonNode value(String text) {
    return NODES.textNode(text);
  }

  public static ArrayNode texts(List<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  /** The member at a path of names, or null when one of them is absent or null. */
  public static @Nullable JsonNode at(@Nullable JsonNode node, String... path) {
    JsonNode here = node;
    for (String name : path) {
      here = here == null ? null : here.get(name);
    }
    return here == null || here.isNull() ? null : here;
  }

  public static @Nullable String text(@Nullable JsonNode node, String... path) {
    JsonNode value = at(node, path);
    return value == null || value.isContainerNode() ? null : value.asText();
  }

  public static String textOr(@Nullable JsonNode node, String name, String absent) {
    String value = text(node, name);
    return value == null ? absent : value;
  }

  public static boolean flag(@Nullable JsonNode node, String name) {
    JsonNode value = at(node, name);
    return value != null && value.asBoolean();
  }

  public static int number(@Nullable JsonNode node, String name, int absent) {
    JsonNode value = at(node, name);
    return value == null ? absent : value.asInt(absent);
  }

  /** As {@link #number}, for what needs more than 31 bits, such as an ASN. */
  public static long count(@Nullable JsonNode node, String name) {
    JsonNode value = at(node, name);
    return value == null ? 0 : value.asLong(0);
  }

  public static ObjectNode properties(@Nullable JsonNode resource) {
    return at(resource, "properties") instanceof ObjectNode found ? found : JsonCodec.object();
  }

  /** The objects of an array; none when there is no array. */
  public static List<ObjectNode> objects(@Nullable JsonNode node, String... path) {
    return elements(at(node, path))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .toList();
  }

  /** The values of an array of texts; none when there is no array. */
  public static List<String> strings(@Nullable JsonNode node, String... path) {
    return elements(at(node, path)).filter(JsonNode::isValueNode).map(JsonNode::asText).toList();
  }

  public static @Nullable ObjectNode named(List<ObjectNode> objects, String name) {
    return objects.stream()
        .filter(each -> name.equalsIgnoreCase(text(each, "name")))
        .findFirst()
        .orElse(null);
  }

  /** Copies the members that are there, in the order in which they are named here. */
  public static void copy(@Nullable JsonNode from, ObjectNode to, String... names) {
    for (String name : names) {
      JsonNode value = at(from, name);
      if (value != null) {
        to.set(name, value.deepCopy());
      }
    }
  }

  /** Sets a member directly behind another one, because clients show members in this order. */
  public static void insertAfter(ObjectNode node, String neighbour, String name, JsonNode value) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    List<String> moved = names.subList(names.indexOf(neighbour) + 1, names.size());
    ObjectNode tail = JsonCodec.object();
    moved.forEach(each -> tail.set(each, node.get(each)));
    node.remove(List.copyOf(moved));
    node.set(name, value);
    tail.remove(name);
    node.setAll(tail);
  }

  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Stream<JsonNode> elements(@Nullable JsonNode array) {
    return array == null ? Stream.empty() : StreamSupport.stream(array.spliterator(), false);
  }
}
