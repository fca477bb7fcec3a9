package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resource and everything inside it have one etag. */
public final class ResourceEtags {
  private static final String FIELD = "etag";

  private ResourceEtags() {}

  /** Sets the etag wherever the resource has one. */
  public static void set(JsonNode node, String etag) {
    if (node instanceof ObjectNode object && object.path(FIELD).isTextual()) {
      object.put(FIELD, etag);
    }
    node.forEach(child -> set(child, etag));
  }

  public static String of(JsonNode resource) {
    return resource.path(FIELD).asText("");
  }
}
