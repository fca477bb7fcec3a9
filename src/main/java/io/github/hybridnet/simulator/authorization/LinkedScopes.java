package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that a request peers with. Writing a peering, by itself or inside its network, needs a
 * right on the other network.
 */
final class LinkedScopes {
  static final String PEER = "Microsoft.Network/virtualNetworks/peer/action";

  private static final String NETWORKS = "virtualNetworks";
  private static final String PEERINGS = "virtualNetworkPeerings";

  private LinkedScopes() {}

  /** The ids of the other networks, as the client spells them. */
  static List<String> of(ArmCall call) {
    List<String> path = call.from(0);
    int size = path.size();
    if (!call.method().equals("PUT") || size < 2) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    String type = path.get(size - 2);
    if (type.equalsIgnoreCase(NETWORKS)) {
      JsonNode body = call.body();
      if (body != null) {
        body.path("properties").path(PEERINGS).forEach(peering -> add(peering, found));
      }
    } else if (type.equalsIgnoreCase(PEERINGS)) {
      JsonNode body = call.body();
      if (body != null) {
        add(body, found);
      }
    }
    return found;
  }

  private static void add(JsonNode peering, List<String> found) {
    JsonNode id = peering.path("properties").path("remoteVirtualNetwork").path("id");
    if (id.isTextual()) {
      found.add(id.asText());
    }
  }
}
