package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource as its template declares it: ids of the same group become expressions. */
final class ExportedResource {
  private final ArmId id;
  private final List<ArmId> exported;
  private final boolean plain;
  private final Set<String> needed = new LinkedHashSet<>();

  /**
   * Describes one of several.
   *
   * @param id the resource
   * @param exported all that are exported with it
   * @param plain whether names are written as they are, without parameters
   */
  ExportedResource(ArmId id, List<ArmId> exported, boolean plain) {
    this.id = id;
    this.exported = List.copyOf(exported);
    this.plain = plain;
  }

  /** The parameter for the name of a resource. */
  static String parameter(ArmId id) {
    String text = id.type().path() + "_" + id.name() + "_name";
    return text.replaceAll("[^A-Za-z0-9]", "_");
  }

  ObjectNode of(ObjectNode resource, String apiVersion) {
    ObjectNode declared = JsonCodec.object();
    declared.put("type", id.type().toString()).put("apiVersion", apiVersion);
    declared.put("name", plain ? id.name() : "[" + name(id) + "]");
    ObjectNode rest = resource.deepCopy();
    rest.remove(List.of("id", "name", "type"));
    JsonNode converted = convert(rest);
    if (!needed.isEmpty()) {
      ArrayNode dependsOn = declared.putArray("dependsOn");
      needed.forEach(dependsOn::add);
    }
    return declared.setAll((ObjectNode) converted);
  }

  private JsonNode convert(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode all = JsonCodec.object().arrayNode();
      array.forEach(element -> all.add(convert(element)));
      return all;
    }
    if (node instanceof ObjectNode object) {
      return object(object);
    }
    return node.isTextual() && node.textValue().startsWith("[")
        ? TextNode.valueOf("[" + node.textValue())
        : node;
  }

  private ObjectNode object(ObjectNode object) {
    ObjectNode all = JsonCodec.object();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      Optional<ArmId> reference =
          field.getKey().equals("id") ? ArmId.parse(field.getValue().asText()) : Optional.empty();
      if (reference.isEmpty()) {
        all.set(field.getKey(), convert(field.getValue()));
      } else if (!reference.get().root().equals(id)) {
        all.put("id", expression(reference.get()));
      }
    }
    return all;
  }

  private String expression(ArmId target) {
    if (!exported.contains(target.root())) {
      return target.toString();
    }
    needed.add("[" + resourceId(target.root()) + "]");
    return "[" + resourceId(target) + "]";
  }

  private String resourceId(ArmId target) {
    StringBuilder call = new StringBuilder("resourceId('" + target.type() + "'");
    for (int i = 0; i < target.names().size(); i++) {
      call.append(", ");
      call.append(i == 0 ? name(target.root()) : "'" + target.names().get(i) + "'");
    }
    return call.append(')').toString();
  }

  private String name(ArmId root) {
    return plain ? "'" + root.name() + "'" : "parameters('" + parameter(root) + "')";
  }
}
