package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/**
 * How a circuit's peering is shown: old versions show one that is being created as disabled, and
 * its key is hidden unless a variant returns it.
 */
final class CircuitPeeringView implements ResourceView {
  private static final String ENABLED_AT_ONCE = "2017-10-01";

  @Override
  public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
    if (viewContext.occasion() == Occasion.CREATED && !viewContext.since(ENABLED_AT_ONCE)) {
      JsonMembers.properties(resource).put("state", "Disabled");
    }
    CircuitPeeringState.show(resource, viewContext);
    CircuitPeeringKey.show(resource, viewContext);
    return resource;
  }
}
