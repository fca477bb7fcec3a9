package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/**
 * How a connection is shown: a list has neither shared keys nor statuses, and the answer to the PUT
 * that creates a connection has no status.
 */
final class ConnectionView implements ResourceView {

  /** Its counters grow. */
  @Override
  public boolean timed() {
    return true;
  }

  @Override
  public ObjectNode show(ObjectNode resource, Look look) {
    ObjectNode properties = Json.properties(resource);
    properties.put("ingressBytesTransferred", Meter.read(resource, Traffic.IN, look.now()));
    properties.put("egressBytesTransferred", Meter.read(resource, Traffic.OUT, look.now()));
    ConnectionStatuses.show(resource);
    Hidden.strip(resource);
    if (look.occasion() == Occasion.CREATED || look.occasion() == Occasion.LISTED) {
      properties.remove("connectionStatus");
    }
    if (look.occasion() == Occasion.LISTED) {
      properties.remove("sharedKey");
    }
    return resource;
  }
}
