package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.World;

/** What the service demands of the two ends of a connection. */
final class ConnectionChecks {
  private static final int LONGEST_KEY = SharedKeys.LONGEST;
  private static final int GREATEST_WEIGHT = 32_000;

  private ConnectionChecks() {}

  private static void checkPeer(ArmRequest request, ObjectNode connection) {
    String now = Json.text(connection, "properties", "peer", "id");
    String before =
        request.existing().map(each -> Json.text(each, "properties", "peer", "id")).orElse(null);
    if (now != null && before != null && !now.equalsIgnoreCase(before)) {
      throw CircuitErrors.peerChanged(request.id());
    }
  }

  /**
   * Checks a new or changed connection. That these are refused is documented; the codes and texts
   * are not evidenced.
   *
   * @throws ArmException if the gateway is of another type, the weight out of range, or the key too
   *     long
   */
  static void check(ArmRequest request, ObjectNode connection) {
    World world = request.world();
    boolean vpn =
        Connections.end(connection, "virtualNetworkGateway1")
            .flatMap(id -> world.resources().find(id))
            .filter(Gateways::isVpn)
            .isPresent();
    if (vpn == Connections.isExpressRoute(connection)) {
      throw NetworkErrors.refused(
          "VirtualNetworkGatewayConnectionTypeMismatch",
          "Connection %s of type %s cannot use a gateway of type %s."
              .formatted(request.id(), Connections.type(connection), vpn ? "Vpn" : "ExpressRoute"));
    }
    checkPeer(request, connection);
    long weight = Json.count(Json.properties(connection), "routingWeight");
    if (weight < 0 || weight > GREATEST_WEIGHT) {
      throw NetworkErrors.refused(
          "VirtualNetworkGatewayConnectionRoutingWeightOutOfRange",
          "The routing weight of connection %s must be between 0 and %d."
              .formatted(request.id(), GREATEST_WEIGHT));
    }
    String key = Json.text(connection, "properties", "sharedKey");
    if (key != null && key.length() > LONGEST_KEY) {
      throw NetworkErrors.refused(
          "VirtualNetworkGatewayConnectionSharedKeyInvalid",
          "The shared key of connection %s must have 1 to %d characters."
              .formatted(request.id(), LONGEST_KEY));
    }
  }
}
