package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.List;
import java.util.Optional;

/** Reads which resources a stored connection connects. */
public final class StoredConnections {
  private static final List<String> ENDS =
      List.of("virtualNetworkGateway1", "virtualNetworkGateway2", "localNetworkGateway2", "peer");

  private StoredConnections() {}

  /** The connections that have this resource at one of their ends. */
  public static List<ObjectNode> of(World world, ArmId end) {
    return world.resources().naming(end, NetworkTypes.CONNECTION).stream()
        .filter(
            each -> ENDS.stream().anyMatch(name -> end(each, name).filter(end::equals).isPresent()))
        .toList();
  }

  /** The connections that begin in this virtual network. */
  public static List<ObjectNode> inNetwork(World world, ArmId network) {
    return world.resources().all(NetworkTypes.CONNECTION).stream()
        .filter(
            each ->
                end(each, "virtualNetworkGateway1")
                    .flatMap(id -> world.resources().find(id))
                    .filter(gateway -> StoredGateways.isIn(gateway, network))
                    .isPresent())
        .toList();
  }

  /** The ids of the connections at an end. */
  public static List<String> naming(World world, ArmId end) {
    return of(world, end).stream().map(ResourceReference::idOf).toList();
  }

  public static Optional<ArmId> end(JsonNode connection, String name) {
    return Optional.ofNullable(JsonMembers.text(connection, "properties", name, "id"))
        .flatMap(ArmId::parse);
  }

  public static String type(JsonNode connection) {
    return String.valueOf(JsonMembers.text(connection, "properties", "connectionType"));
  }

  public static boolean isExpressRoute(JsonNode connection) {
    return type(connection).equals("ExpressRoute");
  }

  /** Whether both ends of a tunnel exchange routes, and do not only have fixed ones. */
  public static boolean speaksBgp(World world, JsonNode connection) {
    boolean speaking =
        !isExpressRoute(connection)
            && JsonMembers.flag(JsonMembers.properties(connection), "enableBgp")
            && end(connection, "virtualNetworkGateway1")
                .flatMap(id -> world.resources().find(id))
                .filter(gateway -> JsonMembers.flag(JsonMembers.properties(gateway), "enableBgp"))
                .isPresent();
    return speaking
        && (!type(connection).equals("IPsec")
            || end(connection, "localNetworkGateway2")
                .flatMap(id -> world.resources().find(id))
                .filter(site -> JsonMembers.at(site, "properties", "bgpSettings") != null)
                .isPresent());
  }

  /** The first words of the keys under which durations of its operations are kept. */
  public static String durations(JsonNode connection) {
    return isExpressRoute(connection)
        ? "connections.expressRoute"
        : "connections." + JsonMembers.lower(type(connection));
  }
}
