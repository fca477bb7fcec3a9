package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.Optional;

/** What stored connections join. */
final class Connections {
  private static final List<String> ENDS =
      List.of("virtualNetworkGateway1", "virtualNetworkGateway2", "localNetworkGateway2", "peer");

  private Connections() {}

  /** The connections that have this resource at one of their ends. */
  static List<ObjectNode> of(World world, ArmId end) {
    return world.resources().naming(end, NetworkTypes.CONNECTION).stream()
        .filter(
            each -> ENDS.stream().anyMatch(name -> end(each, name).filter(end::equals).isPresent()))
        .toList();
  }

  /** The connections that begin in this virtual network. */
  static List<ObjectNode> inNetwork(World world, ArmId network) {
    return world.resources().all(NetworkTypes.CONNECTION).stream()
        .filter(
            each ->
                end(each, "virtualNetworkGateway1")
                    .flatMap(id -> world.resources().find(id))
                    .filter(gateway -> Gateways.isIn(gateway, network))
                    .isPresent())
        .toList();
  }

  /** The ids of the connections at an end. */
  static List<String> naming(World world, ArmId end) {
    return of(world, end).stream().map(Reference::idOf).toList();
  }

  static Optional<ArmId> end(JsonNode connection, String name) {
    return Optional.ofNullable(Json.text(connection, "properties", name, "id"))
        .flatMap(ArmId::parse);
  }

  static String type(JsonNode connection) {
    return String.valueOf(Json.text(connection, "properties", "connectionType"));
  }

  static boolean isExpressRoute(JsonNode connection) {
    return type(connection).equals("ExpressRoute");
  }

  /** Whether both ends of a tunnel exchange routes, and do not only have fixed ones. */
  static boolean speaksBgp(World world, JsonNode connection) {
    boolean speaking =
        !isExpressRoute(connection)
            && Json.flag(Json.properties(connection), "enableBgp")
            && end(connection, "virtualNetworkGateway1")
                .flatMap(id -> world.resources().find(id))
                .filter(gateway -> Json.flag(Json.properties(gateway), "enableBgp"))
                .isPresent();
    return speaking
        && (!type(connection).equals("IPsec")
            || end(connection, "localNetworkGateway2")
                .flatMap(id -> world.resources().find(id))
                .filter(site -> Json.at(site, "properties", "bgpSettings") != null)
                .isPresent());
  }

  /** The first words of the keys under which durations of its operations are kept. */
  static String durations(JsonNode connection) {
    return isExpressRoute(connection)
        ? "connections.expressRoute"
        : "connections." + Json.lower(type(connection));
  }
}
