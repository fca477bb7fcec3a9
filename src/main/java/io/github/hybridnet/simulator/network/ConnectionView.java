package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/**
 * How a connection is shown: a list has neither shared keys nor statuses, and the answer to the PUT
 * that creates a connection has no status.
 */
final class ConnectionView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, Look look) {
    Hidden.strip(resource);
    ObjectNode properties = Json.properties(resource);
    if (look.occasion() == Occasion.CREATED || look.occasion() == Occasion.LISTED) {
      properties.remove("connectionStatus");
    }
    if (look.occasion() == Occasion.LISTED) {
      properties.remove("sharedKey");
    }
    return resource;
  }
}
