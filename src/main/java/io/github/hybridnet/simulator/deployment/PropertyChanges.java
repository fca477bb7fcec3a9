package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.deployment.language.TemplateValues;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The differences between a resource and what a template says of it. What the template does not
 * mention is not a difference, because providers fill it in.
 */
final class PropertyChanges {
  private static final Set<String> IDENTITY = Set.of("id", "name", "type", "apiVersion");

  private PropertyChanges() {}

  static ArrayNode between(ObjectNode before, ObjectNode after) {
    ObjectNode wanted = after.deepCopy();
    wanted.remove(IDENTITY);
    if (wanted.path("location").isTextual()) {
      wanted.put("location", AzureLocations.normalise(wanted.path("location").asText()));
    }
    ArrayNode changes = JsonCodec.object().arrayNode();
    members("", before, wanted, changes);
    return changes;
  }

  private static void members(String path, JsonNode before, JsonNode after, ArrayNode changes) {
    for (Map.Entry<String, JsonNode> field : after.properties()) {
      String here = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      Optional<JsonNode> present = TemplateValues.member(before, field.getKey());
      compare(here, present.orElse(null), field.getValue(), changes);
    }
  }

  private static void compare(
      String path, @Nullable JsonNode before, JsonNode after, ArrayNode changes) {
    if (after.isNull() || unknown(after)) {
      return;
    }
    if (before == null || before.isNull()) {
      if (!(after.isContainerNode() && after.isEmpty()) && !defaulted(after)) {
        changes.add(change(path, "Create").set("after", after));
      }
    } else if (before.isObject() && after.isObject()) {
      members(path, before, after, changes);
    } else if (before.isArray() && after.isArray()) {
      array(path, before, after, changes);
    } else if (!same(before, after)) {
      changes.add(modified(path, before, after));
    }
  }

  private static void array(String path, JsonNode before, JsonNode after, ArrayNode changes) {
    ArrayNode children = JsonCodec.object().arrayNode();
    for (int i = 0; i < after.size(); i++) {
      element(Integer.toString(i), partner(before, after.get(i), i), after.get(i), children);
    }
    for (int i = 0; i < before.size(); i++) {
      if (partner(after, before.get(i), i) == null) {
        children.add(change(Integer.toString(i), "Delete").set("before", before.get(i)));
      }
    }
    if (!children.isEmpty()) {
      changes.add(change(path, "Array").set("children", children));
    }
  }

  private static void element(
      String place, @Nullable JsonNode before, JsonNode after, ArrayNode children) {
    if (before == null) {
      children.add(change(place, "Create").set("after", after));
      return;
    }
    ArrayNode inner = JsonCodec.object().arrayNode();
    if (before.isObject() && after.isObject()) {
      members("", before, after, inner);
      if (!inner.isEmpty()) {
        children.add(change(place, "Modify").set("children", inner));
      }
    } else {
      compare(place, before, after, children);
    }
  }

  /** The element of another array that has the same name, or else the same place. */
  private static @Nullable JsonNode partner(JsonNode array, JsonNode element, int place) {
    String name = element.path("name").asText("");
    if (name.isEmpty()) {
      return array.get(place);
    }
    for (JsonNode other : array) {
      if (other.path("name").asText().equalsIgnoreCase(name)) {
        return other;
      }
    }
    return null;
  }

  /** What is only known when it is deployed, or secret, is an expression still. */
  private static boolean unknown(JsonNode value) {
    String text = value.asText("");
    return text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
  }

  /** Providers do not show a flag that is off, or a number that is zero, if nobody set it. */
  private static boolean defaulted(JsonNode value) {
    return value.isBoolean() && !value.booleanValue() || value.isNumber() && value.intValue() == 0;
  }

  /** Providers change the case of words and ids. */
  private static boolean same(JsonNode before, JsonNode after) {
    return before.isTextual() && after.isTextual()
        ? before.textValue().equalsIgnoreCase(after.textValue())
        : TemplateValues.equal(before, after);
  }

  private static ObjectNode modified(String path, JsonNode before, JsonNode after) {
    ObjectNode change = change(path, "Modify");
    change.set("before", before);
    return change.set("after", after);
  }

  private static ObjectNode change(String path, String type) {
    return JsonCodec.object().put("path", path).put("propertyChangeType", type);
  }
}
