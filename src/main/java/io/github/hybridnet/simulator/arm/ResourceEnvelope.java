package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;

/** The fields around a resource's properties, in the order in which Azure writes them. */
public final class ResourceEnvelope {

  private ResourceEnvelope() {}

  /** {@code name, id, etag, type, location, tags, properties{}} of a top-level resource. */
  public static ObjectNode topLevel(ResourceRequest request) {
    ObjectNode body = request.body();
    ObjectNode resource = begin(request.id());
    resource.put("type", request.id().type().toString());
    resource.put("location", AzureLocations.normalise(body.path("location").asText("")));
    if (body.path("tags").isObject()) {
      resource.set("tags", body.path("tags").deepCopy());
    }
    resource.putObject("properties");
    return resource;
  }

  /** {@code name, id, etag, properties{}, type} of an inline child. */
  public static ObjectNode child(ArmId id) {
    ObjectNode resource = begin(id);
    resource.putObject("properties");
    resource.put("type", id.type().toString());
    return resource;
  }

  /** A reference to another resource: {@code {"id": …}}. */
  static ObjectNode reference(ArmId id) {
    return JsonNodeFactory.instance.objectNode().put("id", id.toString());
  }

  /** Replaces the tags, in their place before the properties. */
  public static void tags(ObjectNode resource, JsonNode tags) {
    if (resource.has("tags")) {
      resource.set("tags", tags.deepCopy());
      return;
    }
    ObjectNode others = resource.deepCopy();
    resource.removeAll();
    others
        .properties()
        .forEach(
            field -> {
              if (field.getKey().equals("properties")) {
                resource.set("tags", tags.deepCopy());
              }
              resource.set(field.getKey(), field.getValue());
            });
  }

  private static ObjectNode begin(ArmId id) {
    ObjectNode resource = JsonNodeFactory.instance.objectNode();
    resource.put("name", id.name());
    resource.put("id", id.toString());
    // The store puts the real value here, the same in the resource and in everything inside it.
    resource.put("etag", "");
    return resource;
  }
}
