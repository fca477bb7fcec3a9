package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.Optional;

/** What tunnels need besides their two ends in Azure: a path through the internet and a device. */
final class TunnelConditions {
  private static final String CUT = "tunnelState";
  private static final String DEVICE = "device";
  private static final String STATE = "state";
  private static final String DOWN = "Down";

  private TunnelConditions() {}

  static boolean isCut(ObjectNode connection) {
    return HiddenProperties.text(connection, CUT).filter(DOWN::equals).isPresent();
  }

  static boolean isDeviceDown(World world, ArmId site) {
    return world
        .notes()
        .find(DEVICE, site)
        .filter(note -> DOWN.equals(JsonMembers.text(note, STATE)))
        .isPresent();
  }

  /** A tunnel between networks needs the other network's half, with the same key. */
  static boolean isMet(World world, ObjectNode connection) {
    if (StoredConnections.type(connection).equals("IPsec")) {
      return true;
    }
    String key = JsonMembers.text(connection, "properties", "sharedKey");
    return world.resources().all(NetworkTypes.CONNECTION).stream()
        .filter(
            other ->
                end(other, "1").equals(end(connection, "2"))
                    && end(other, "2").equals(end(connection, "1")))
        .anyMatch(
            other -> key != null && key.equals(JsonMembers.text(other, "properties", "sharedKey")));
  }

  /** The admin call {@code PUT connections/{name}/tunnel}. */
  static OperationAnswer cut(ResourceRequest request) {
    if (StoredConnections.isExpressRoute(request.required())) {
      throw ArmErrors.invalidRequestContent(
          "An ExpressRoute connection has no tunnel; cut the links of its circuit.");
    }
    String state = state(request);
    World world = request.world();
    world
        .resources()
        .changeQuietly(request.id(), connection -> HiddenProperties.put(connection, CUT, state));
    ConnectionStatuses.refresh(world);
    return OperationAnswer.plain(200, JsonCodec.object().put(STATE, state));
  }

  /** The admin call {@code PUT localGateways/{name}/device}. */
  static OperationAnswer device(ResourceRequest request) {
    ObjectNode note = JsonCodec.object().put(STATE, state(request));
    request.world().notes().put(DEVICE, request.id(), note);
    ConnectionStatuses.refresh(request.world());
    return OperationAnswer.plain(200, note);
  }

  private static String state(ResourceRequest request) {
    String wanted = JsonMembers.text(request.body(), STATE);
    if (wanted == null) {
      throw ArmErrors.invalidRequestContent("The body must be {\"state\": \"Down\"} or \"Up\".");
    }
    return AllowedValues.LINK_STATE.canonical(wanted, STATE);
  }

  private static Optional<ArmId> end(ObjectNode connection, String number) {
    return StoredConnections.end(connection, "virtualNetworkGateway" + number);
  }
}
