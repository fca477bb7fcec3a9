package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What the simulator stores in a resource and never shows: the member {@value #MEMBER} of its
 * properties.
 */
public final class HiddenProperties {
  public static final String MEMBER = "simulator";

  private HiddenProperties() {}

  public static Optional<String> text(JsonNode resource, String name) {
    return Optional.ofNullable(JsonMembers.text(resource, "properties", MEMBER, name));
  }

  static Optional<Instant> instant(JsonNode resource, String name) {
    return text(resource, name).map(Instant::parse);
  }

  public static void put(ObjectNode resource, String name, String value) {
    JsonMembers.properties(resource).withObjectProperty(MEMBER).put(name, value);
  }

  public static void remove(ObjectNode resource, String name) {
    JsonMembers.properties(resource).withObjectProperty(MEMBER).remove(name);
  }

  /** Removes all that is noted, before a resource is shown. */
  public static void strip(ObjectNode resource) {
    JsonMembers.properties(resource).remove(MEMBER);
  }
}
