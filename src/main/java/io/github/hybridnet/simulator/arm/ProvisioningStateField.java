package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The values of {@code provisioningState}, and how they are set. */
public final class ProvisioningStateField {
  public static final String UPDATING = "Updating";
  public static final String DELETING = "Deleting";
  public static final String SUCCEEDED = "Succeeded";
  public static final String FAILED = "Failed";

  private static final String FIELD = "provisioningState";

  /** Nothing has to be done for a delegation, which is there with its subnet. */
  private static final String SETTLED = "delegations";

  private ProvisioningStateField() {}

  /** The state of a resource; empty text if it has none. */
  public static String of(JsonNode resource) {
    return resource.path("properties").path(FIELD).asText("");
  }

  /** Sets the state of a resource and of everything inside it that already has one. */
  public static void mark(ObjectNode resource, String state) {
    markInside(resource, state);
    markOnly(resource, state);
  }

  /** Sets the state of the resource alone, as the first of its properties if it had none. */
  public static void markOnly(ObjectNode resource, String state) {
    ObjectNode properties = resource.withObjectProperty("properties");
    if (properties.has(FIELD)) {
      properties.put(FIELD, state);
      return;
    }
    ObjectNode others = properties.deepCopy();
    properties.removeAll();
    properties.put(FIELD, state).setAll(others);
  }

  private static void markInside(JsonNode node, String state) {
    if (!(node instanceof ObjectNode object)) {
      node.forEach(element -> markInside(element, state));
      return;
    }
    if (object.path(FIELD).isTextual()) {
      object.put(FIELD, state);
    }
    object
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().equals(SETTLED)) {
                markInside(member.getValue(), state);
              }
            });
  }
}
