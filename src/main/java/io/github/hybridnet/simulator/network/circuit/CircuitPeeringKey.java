package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.variant.AzureVariant;

/**
 * The MD5 key of a peering. A PUT without one leaves the peering without one. No recorded answer
 * has it, but no recorded request sent one either.
 */
final class CircuitPeeringKey {
  private static final String KEY = "sharedKey";

  private CircuitPeeringKey() {}

  /** Remembers the key that a client sent. */
  static void keep(ObjectNode sent, ObjectNode peering) {
    String key = JsonMembers.text(sent, KEY);
    if (key != null) {
      HiddenProperties.put(peering, KEY, key);
    }
  }

  /** Shows or hides the key, as the variant wants it. */
  static void show(ObjectNode peering, ViewContext viewContext) {
    if (viewContext.plays(AzureVariant.PEERING_KEYS, "returned")) {
      HiddenProperties.text(peering, KEY)
          .ifPresent(
              key ->
                  JsonMembers.insertAfter(
                      JsonMembers.properties(peering), "vlanId", KEY, JsonMembers.value(key)));
    }
    HiddenProperties.strip(peering);
  }
}
