package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/**
 * How a gateway is shown: a GET has the point-to-site settings only if they have an address pool,
 * and then with the health of the clients; lists and answers to a PUT have them in any case.
 */
final class GatewayView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
    HiddenProperties.strip(resource);
    GatewayVariants.play(resource, viewContext);
    ObjectNode properties = JsonMembers.properties(resource);
    if (viewContext.occasion() == Occasion.READ
        && properties.get("vpnClientConfiguration") instanceof ObjectNode client) {
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
