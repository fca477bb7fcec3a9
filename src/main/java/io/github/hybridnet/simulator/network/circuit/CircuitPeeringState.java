package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.variant.AzureVariant;

/**
 * The word for a peering that is enabled: a variant of {@link AzureVariant#PEERING_STATE} has
 * another one, which the service also takes when a client sends it back.
 */
final class CircuitPeeringState {
  private static final String STATE = "state";
  private static final String ENABLED = "Enabled";
  private static final String OTHER = "Active";

  private CircuitPeeringState() {}

  /** What a client has sent, in the words of this simulator. */
  static ObjectNode read(World world, ObjectNode sent) {
    if (world.behaviour().variants().is(AzureVariant.PEERING_STATE, "active")) {
      respell(sent, OTHER, ENABLED);
    }
    return sent;
  }

  /** Spells the state as the variant wants it. */
  static void show(ObjectNode peering, ViewContext viewContext) {
    if (viewContext.plays(AzureVariant.PEERING_STATE, "active")) {
      respell(peering, ENABLED, OTHER);
    }
  }

  private static void respell(ObjectNode peering, String from, String to) {
    ObjectNode properties = JsonMembers.properties(peering);
    if (JsonMembers.textOr(properties, STATE, "").equalsIgnoreCase(from)) {
      properties.put(STATE, to);
    }
  }
}
