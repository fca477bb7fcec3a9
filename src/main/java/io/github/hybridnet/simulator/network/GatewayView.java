package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/**
 * How a gateway is shown: the answer to a PUT has the point-to-site settings in any case, a GET or
 * list only if they have an address pool, and then with the health of the clients.
 */
final class GatewayView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, Look look) {
    boolean written = look.occasion() == Occasion.CREATED || look.occasion() == Occasion.UPDATED;
    ObjectNode properties = Json.properties(resource);
    if (!written && properties.get("vpnClientConfiguration") instanceof ObjectNode client) {
      if (client.has("vpnClientAddressPool")) {
        client
            .putObject("vpnClientConnectionHealth")
            .put("vpnClientConnectionsCount", 0)
            .put("totalIngressBytesTransferred", 0)
            .put("totalEgressBytesTransferred", 0);
      } else {
        properties.remove("vpnClientConfiguration");
      }
    }
    return resource;
  }
}
