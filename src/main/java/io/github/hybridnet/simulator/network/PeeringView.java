package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/** How a circuit's peering is shown: old versions call one that is being made disabled. */
final class PeeringView implements ResourceView {
  private static final String ENABLED_AT_ONCE = "2017-10-01";

  @Override
  public ObjectNode show(ObjectNode resource, Look look) {
    if (look.occasion() == Occasion.CREATED && !look.since(ENABLED_AT_ONCE)) {
      Json.properties(resource).put("state", "Disabled");
    }
    return resource;
  }
}
