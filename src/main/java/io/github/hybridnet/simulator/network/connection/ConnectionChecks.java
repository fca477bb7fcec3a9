package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.circuit.CircuitErrors;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;

/** The service's checks of the two ends of a connection. */
final class ConnectionChecks {
  private static final int LONGEST_KEY = SharedKeyGenerator.LONGEST;
  private static final int GREATEST_WEIGHT = 32_000;

  private ConnectionChecks() {}

  private static void checkPeer(ResourceRequest request, ObjectNode connection) {
    ObjectNode existing = request.existing().orElse(null);
    String now = JsonMembers.text(connection, "properties", "peer", "id");
    String before = JsonMembers.text(existing, "properties", "peer", "id");
    if (now != null && before != null && !now.equalsIgnoreCase(before)) {
      String gateway = JsonMembers.text(existing, "properties", "virtualNetworkGateway1", "id");
      throw CircuitErrors.peerChanged(String.valueOf(gateway), before, request.id());
    }
  }

  /**
   * Checks a new or changed connection. That these are refused is documented; the codes and texts
   * are not evidenced.
   *
   * @throws ArmException if the gateway is of another type, the weight out of range, or the key too
   *     long
   */
  static void check(ResourceRequest request, ObjectNode connection) {
    World world = request.world();
    boolean vpn =
        StoredConnections.end(connection, "virtualNetworkGateway1")
            .flatMap(id -> world.resources().find(id))
            .filter(StoredGateways::isVpn)
            .isPresent();
    if (vpn == StoredConnections.isExpressRoute(connection)) {
      throw NetworkErrors.refused(
          "VirtualNetworkGatewayConnectionTypeMismatch",
          "Connection %s of type %s cannot use a gateway of type %s."
              .formatted(
                  request.id(), StoredConnections.type(connection), vpn ? "Vpn" : "ExpressRoute"));
    }
    checkPeer(request, connection);
    long weight = JsonMembers.count(JsonMembers.properties(connection), "routingWeight");
    if (weight < 0 || weight > GREATEST_WEIGHT) {
      throw NetworkErrors.refused(
          "VirtualNetworkGatewayConnectionRoutingWeightOutOfRange",
          "The routing weight of connection %s must be between 0 and %d."
              .formatted(request.id(), GREATEST_WEIGHT));
    }
    String key = JsonMembers.text(connection, "properties", "sharedKey");
    if (key != null && key.length() > LONGEST_KEY) {
      throw NetworkErrors.refused(
          "VirtualNetworkGatewayConnectionSharedKeyInvalid",
          "The shared key of connection %s must have 1 to %d characters."
              .formatted(request.id(), LONGEST_KEY));
    }
  }
}
