package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/**
 * How a connection is shown: only a GET of the one connection, and the answer to its PUT, have its
 * shared key; only a GET of it has its status.
 */
final class ConnectionView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, Look look) {
    Hidden.strip(resource);
    ObjectNode properties = Json.properties(resource);
    if (look.occasion() != Occasion.READ) {
      properties.remove("connectionStatus");
    }
    if (look.occasion() == Occasion.LISTED) {
      properties.remove("sharedKey");
    }
    return resource;
  }
}
