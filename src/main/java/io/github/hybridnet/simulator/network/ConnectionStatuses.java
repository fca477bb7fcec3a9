package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;
import java.util.Optional;

/**
 * Keeps {@code connectionStatus} in step with what routing knows of each connection, see {@link
 * Convergence}. The simulator's owner may set a status, which then stays: it changes what the
 * connection says and not what it carries.
 */
final class ConnectionStatuses {
  /** The event of a tunnel whose gateway has begun to call the other end. */
  static final String TUNNEL_UP = "connection.tunnelUp";

  private static final String TUNNEL = "tunnel";
  private static final String CHOSEN = "status";
  private static final String STATUS = "connectionStatus";
  private static final String ABSENT = "absent";
  private static final String NULL = "null";
  private static final String CONNECTED = "Connected";
  private static final String NOT_CONNECTED = "NotConnected";

  private ConnectionStatuses() {}

  /** What a connection shows when its creation is over. */
  static void begin(ObjectNode connection) {
    ObjectNode properties = Json.properties(connection);
    if (!properties.has(STATUS)) {
      Json.insertAfter(properties, "trafficSelectorPolicies", STATUS, Json.value("Unknown"));
    }
  }

  /** Whether a creation of the connection has ever succeeded. */
  static boolean isMade(ObjectNode connection) {
    return Json.properties(connection).has(STATUS);
  }

  /** Whether the gateway has begun to call the other end of a tunnel. */
  static boolean isTried(ObjectNode connection) {
    return Hidden.text(connection, TUNNEL).isPresent();
  }

  /** The handler of {@link #TUNNEL_UP}. */
  static void tunnelUp(World world, ArmId target, ObjectNode data) {
    world
        .resources()
        .changeQuietly(target, connection -> Hidden.put(connection, TUNNEL, CONNECTED));
    refresh(world);
  }

  /**
   * The admin call {@code PUT connections/{name}/status}. A status of {@code absent} leaves the
   * member out, and null shows null, as healthy connections of ExpressRoute have been seen.
   */
  static Answer choose(ArmRequest request) {
    JsonNode given = request.body().get(CHOSEN);
    if (given == null || !(given.isTextual() || given.isNull())) {
      throw ArmErrors.invalidRequestContent("The body must be {\"status\": \"Connected\"}.");
    }
    String wanted = given.isNull() ? NULL : given.textValue();
    String status =
        wanted.equals(NULL) || wanted.equals(ABSENT)
            ? wanted
            : Choice.CONNECTION_STATUS.told(wanted, CHOSEN);
    World world = request.world();
    world
        .resources()
        .changeQuietly(request.id(), connection -> Hidden.put(connection, CHOSEN, status));
    refresh(world);
    return Answer.plain(200, Json.object().put(CHOSEN, status));
  }

  /** Brings all that follows from what is joined up to date. */
  static void refresh(World world) {
    Convergence.watch(world);
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      String shown = Json.text(connection, "properties", STATUS);
      String derived = derive(connection);
      if (shown != null && !shown.equals(derived)) {
        ArmId id = ArmId.parse(Reference.idOf(connection)).orElseThrow();
        world.resources().changeQuietly(id, stored -> Json.properties(stored).put(STATUS, derived));
      }
    }
    Traffic.measure(world);
  }

  /** Shows the status in the way that the simulator's owner has chosen. */
  static void show(ObjectNode connection) {
    ObjectNode properties = Json.properties(connection);
    String chosen = Hidden.text(connection, CHOSEN).orElse("");
    if (properties.has(STATUS) && chosen.equals(NULL)) {
      properties.putNull(STATUS);
    } else if (chosen.equals(ABSENT)) {
      properties.remove(STATUS);
    }
  }

  private static String derive(ObjectNode connection) {
    Leg session = Leg.of(connection, Leg.SESSION);
    Optional<String> chosen =
        Hidden.text(connection, CHOSEN).filter(c -> !c.equals(NULL) && !c.equals(ABSENT));
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (ProvisioningState.of(connection).equals(ProvisioningState.FAILED)) {
      return NOT_CONNECTED;
    }
    if (session.up()) {
      return CONNECTED;
    }
    if (Connections.isExpressRoute(connection)) {
      return NOT_CONNECTED;
    }
    if (!isTried(connection)) {
      return "Unknown";
    }
    return session.expected() ? "Connecting" : NOT_CONNECTED;
  }
}
