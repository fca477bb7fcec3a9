package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.ByteCounters;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import io.github.hybridnet.simulator.network.routing.SiteTraffic;

/**
 * How a connection is shown: a list has neither shared keys nor statuses, the answer to the PUT
 * that creates a connection has no status, and that to a later PUT has the one of the request.
 */
final class ConnectionView implements ResourceView {

  /** Whether the counters grow with time. */
  @Override
  public boolean timed() {
    return true;
  }

  @Override
  public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
    ObjectNode properties = JsonMembers.properties(resource);
    properties.put("ingressBytesTransferred", bytes(resource, SiteTraffic.IN, viewContext));
    properties.put("egressBytesTransferred", bytes(resource, SiteTraffic.OUT, viewContext));
    ConnectionStatuses.show(resource, viewContext);
    if (viewContext.occasion() == Occasion.UPDATED) {
      ConnectionStatuses.showSent(resource);
    }
    HiddenProperties.strip(resource);
    if (viewContext.occasion() == Occasion.CREATED || viewContext.occasion() == Occasion.LISTED) {
      properties.remove("connectionStatus");
    }
    if (viewContext.occasion() == Occasion.LISTED) {
      properties.remove("sharedKey");
    }
    return resource;
  }

  private static long bytes(ObjectNode resource, String counter, ViewContext viewContext) {
    return ByteCounters.read(resource, counter, viewContext.now(), viewContext.variants());
  }
}
