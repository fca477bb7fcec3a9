package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;
import java.util.Optional;

/**
 * Derives {@code connectionStatus} from what is joined: a tunnel is up some time after its
 * creation, one between networks only if the other network has its half with the same key; an
 * ExpressRoute connection is up while its circuit is provisioned and its private peering enabled.
 * The simulator's owner may set a status, which then stays.
 */
final class ConnectionStatuses {
  /** The event of a tunnel that comes up. */
  static final String TUNNEL_UP = "connection.tunnelUp";

  /** When a connection came up, noted in the connection. */
  static final String UP_SINCE = "upSince";

  private static final String TUNNEL = "tunnel";
  private static final String CHOSEN = "status";
  private static final String STATUS = "connectionStatus";
  private static final String CONNECTED = "Connected";

  private ConnectionStatuses() {}

  /** What a connection shows when its creation is over. */
  static void begin(ObjectNode connection) {
    ObjectNode properties = Json.properties(connection);
    if (!properties.has(STATUS)) {
      Json.insertAfter(properties, "trafficSelectorPolicies", STATUS, Json.value("Unknown"));
    }
  }

  /** The handler of {@link #TUNNEL_UP}. */
  static void tunnelUp(World world, ArmId target, ObjectNode data) {
    world
        .resources()
        .changeQuietly(target, connection -> Hidden.put(connection, TUNNEL, CONNECTED));
    refresh(world);
  }

  /** The admin call {@code PUT connections/{name}/status}. */
  static Answer choose(ArmRequest request) {
    String wanted = Json.text(request.body(), CHOSEN);
    if (wanted == null) {
      throw ArmErrors.invalidRequestContent("The body must be {\"status\": \"Connected\"}.");
    }
    String status = Choice.CONNECTION_STATUS.canonical(wanted, CHOSEN);
    World world = request.world();
    world
        .resources()
        .changeQuietly(request.id(), connection -> Hidden.put(connection, CHOSEN, status));
    refresh(world);
    return Answer.plain(200, Json.object().put(CHOSEN, status));
  }

  /** Brings the status of all connections up to date. */
  static void refresh(World world) {
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      String shown = Json.text(connection, "properties", STATUS);
      String derived = derive(world, connection);
      if (shown != null && !shown.equals(derived)) {
        ArmId.parse(Reference.idOf(connection)).ifPresent(id -> set(world, id, derived));
      }
    }
  }

  private static void set(World world, ArmId id, String status) {
    world
        .resources()
        .changeQuietly(
            id,
            connection -> {
              Json.properties(connection).put(STATUS, status);
              if (status.equals(CONNECTED)) {
                Hidden.put(connection, UP_SINCE, world.now().toString());
              } else {
                Hidden.remove(connection, UP_SINCE);
              }
            });
  }

  private static String derive(World world, ObjectNode connection) {
    Optional<String> chosen = Hidden.text(connection, CHOSEN);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (ProvisioningState.of(connection).equals(ProvisioningState.FAILED)) {
      return "NotConnected";
    }
    if (Connections.isExpressRoute(connection)) {
      return isCircuitUp(world, connection) ? CONNECTED : "NotConnected";
    }
    if (Hidden.text(connection, TUNNEL).isEmpty()) {
      return "Unknown";
    }
    boolean joined =
        Connections.type(connection).equals("IPsec") || hasOtherHalf(world, connection);
    return joined ? CONNECTED : "NotConnected";
  }

  private static boolean isCircuitUp(World world, ObjectNode connection) {
    return Connections.end(connection, "peer")
        .flatMap(id -> world.resources().find(id))
        .filter(Circuits::carriesPrivateTraffic)
        .isPresent();
  }

  private static boolean hasOtherHalf(World world, ObjectNode connection) {
    String key = Json.text(connection, "properties", "sharedKey");
    return world.resources().all(NetworkTypes.CONNECTION).stream()
        .filter(
            other ->
                end(other, "1").equals(end(connection, "2"))
                    && end(other, "2").equals(end(connection, "1")))
        .anyMatch(other -> key != null && key.equals(Json.text(other, "properties", "sharedKey")));
  }

  private static Optional<ArmId> end(ObjectNode connection, String number) {
    return Connections.end(connection, "virtualNetworkGateway" + number);
  }
}
