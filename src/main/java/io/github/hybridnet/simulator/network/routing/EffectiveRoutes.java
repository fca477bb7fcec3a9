package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The routes from a virtual network to the customer's site at this moment, and which of them is
 * used: the longest prefix first, then ExpressRoute before a tunnel, then the connection with the
 * greater weight.
 */
final class EffectiveRoutes {
  private static final Comparator<Route> PREFERENCE =
      Comparator.<Route>comparingInt(route -> route.prefix().length())
          .thenComparing(route -> StoredConnections.isExpressRoute(route.connection()))
          .thenComparing(
              route ->
                  JsonMembers.count(JsonMembers.properties(route.connection()), "routingWeight"));

  private final World world;
  private final ArmId network;

  EffectiveRoutes(World world, ArmId network) {
    this.world = world;
    this.network = network;
  }

  /**
   * A way to a part of the site.
   *
   * @param prefix the part
   * @param connection what leads there
   * @param installed whether routing uses it
   * @param links the parts of the connection over which packets really pass; none: they are lost
   */
  record Route(AddressPrefix prefix, ObjectNode connection, boolean installed, List<String> links) {
    Route {
      links = List.copyOf(links);
    }

    boolean passes() {
      return !links.isEmpty();
    }
  }

  /** All ways that are configured, whether routing uses them or not. */
  List<Route> all() {
    List<Route> routes = new ArrayList<>();
    for (ObjectNode connection : StoredConnections.inNetwork(world, network)) {
      List<String> links = installed(connection);
      List<String> passing = links.stream().filter(link -> passes(connection, link)).toList();
      for (AddressPrefix prefix : prefixes(connection)) {
        routes.add(new Route(prefix, connection, !links.isEmpty(), passing));
      }
    }
    return routes;
  }

  /** The way that packets to this address take. */
  Optional<Route> to(String address) {
    return AddressPrefix.parse(address + "/32")
        .or(() -> AddressPrefix.parse(address + "/128"))
        .flatMap(
            host ->
                all().stream()
                    .filter(route -> route.installed() && route.prefix().contains(host))
                    .max(PREFERENCE));
  }

  private List<AddressPrefix> prefixes(ObjectNode connection) {
    List<String> announced =
        StoredConnections.isExpressRoute(connection)
            ? StoredConnections.end(connection, "peer")
                .flatMap(id -> world.resources().find(id))
                .map(circuit -> RouteAnnouncements.overCircuit(world, circuit, network))
                .orElse(List.of())
            : RouteAnnouncements.overTunnel(world, connection);
    return announced.stream().flatMap(each -> AddressPrefix.parse(each).stream()).toList();
  }

  /** The parts over which routing sends: the links of a circuit, or the tunnel. */
  private List<String> installed(ObjectNode connection) {
    if (!RoutingLeg.isUp(connection, RoutingLeg.SESSION)) {
      return List.of();
    }
    if (StoredConnections.isExpressRoute(connection)) {
      return RoutingLeg.LINKS.stream().filter(link -> RoutingLeg.isUp(connection, link)).toList();
    }
    boolean learned =
        !StoredConnections.speaksBgp(world, connection)
            || RoutingLeg.isUp(connection, RoutingLeg.BGP);
    return learned ? List.of(RoutingLeg.SESSION) : List.of();
  }

  private boolean passes(ObjectNode connection, String link) {
    RoutingLegHealth facts = new RoutingLegHealth(world, connection);
    return facts.of(RoutingLeg.SESSION).sound() && facts.of(link).sound();
  }
}
