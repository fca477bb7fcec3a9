package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resource and everything inside it have one etag. */
final class Etags {
  private static final String FIELD = "etag";

  private Etags() {}

  /** Sets the etag wherever the resource has one. */
  static void set(JsonNode node, String etag) {
    if (node instanceof ObjectNode object && object.path(FIELD).isTextual()) {
      object.put(FIELD, etag);
    }
    node.forEach(child -> set(child, etag));
  }

  static String of(JsonNode resource) {
    return resource.path(FIELD).asText("");
  }
}
