package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What the simulator notes about a resource and never shows: the member {@value #MEMBER} of its
 * properties.
 */
final class Hidden {
  static final String MEMBER = "simulator";

  private Hidden() {}

  static Optional<String> text(JsonNode resource, String name) {
    return Optional.ofNullable(Json.text(resource, "properties", MEMBER, name));
  }

  static Optional<Instant> instant(JsonNode resource, String name) {
    return text(resource, name).map(Instant::parse);
  }

  static void put(ObjectNode resource, String name, String value) {
    Json.properties(resource).withObjectProperty(MEMBER).put(name, value);
  }

  static void remove(ObjectNode resource, String name) {
    Json.properties(resource).withObjectProperty(MEMBER).remove(name);
  }

  /** Removes all that is noted, before a resource is shown. */
  static void strip(ObjectNode resource) {
    Json.properties(resource).remove(MEMBER);
  }
}
