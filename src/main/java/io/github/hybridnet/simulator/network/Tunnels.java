package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.World;
import java.util.Optional;

/** What tunnels need besides their two ends in Azure: a path through the internet and a device. */
final class Tunnels {
  private static final String CUT = "tunnelState";
  private static final String DEVICE = "device";
  private static final String STATE = "state";
  private static final String DOWN = "Down";

  private Tunnels() {}

  static boolean isCut(ObjectNode connection) {
    return Hidden.text(connection, CUT).filter(DOWN::equals).isPresent();
  }

  static boolean isDeviceDown(World world, ArmId site) {
    return world
        .notes()
        .find(DEVICE, site)
        .filter(note -> DOWN.equals(Json.text(note, STATE)))
        .isPresent();
  }

  /** A tunnel between networks needs the other network's half, with the same key. */
  static boolean isMet(World world, ObjectNode connection) {
    if (Connections.type(connection).equals("IPsec")) {
      return true;
    }
    String key = Json.text(connection, "properties", "sharedKey");
    return world.resources().all(NetworkTypes.CONNECTION).stream()
        .filter(
            other ->
                end(other, "1").equals(end(connection, "2"))
                    && end(other, "2").equals(end(connection, "1")))
        .anyMatch(other -> key != null && key.equals(Json.text(other, "properties", "sharedKey")));
  }

  /** The admin call {@code PUT connections/{name}/tunnel}. */
  static Answer cut(ArmRequest request) {
    if (Connections.isExpressRoute(request.required())) {
      throw ArmErrors.invalidRequestContent(
          "An ExpressRoute connection has no tunnel; cut the links of its circuit.");
    }
    String state = state(request);
    World world = request.world();
    world.resources().changeQuietly(request.id(), connection -> Hidden.put(connection, CUT, state));
    ConnectionStatuses.refresh(world);
    return Answer.plain(200, Json.object().put(STATE, state));
  }

  /** The admin call {@code PUT localGateways/{name}/device}. */
  static Answer device(ArmRequest request) {
    ObjectNode note = Json.object().put(STATE, state(request));
    request.world().notes().put(DEVICE, request.id(), note);
    ConnectionStatuses.refresh(request.world());
    return Answer.plain(200, note);
  }

  private static String state(ArmRequest request) {
    String wanted = Json.text(request.body(), STATE);
    if (wanted == null) {
      throw ArmErrors.invalidRequestContent("The body must be {\"state\": \"Down\"} or \"Up\".");
    }
    return Choice.LINK_STATE.canonical(wanted, STATE);
  }

  private static Optional<ArmId> end(ObjectNode connection, String number) {
    return Connections.end(connection, "virtualNetworkGateway" + number);
  }
}
