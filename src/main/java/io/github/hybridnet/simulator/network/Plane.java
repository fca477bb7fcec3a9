package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The routes from a virtual network to the customer's site, as routing has them at this moment, and
 * which of them is used: the longest prefix first, then ExpressRoute before a tunnel, then the
 * connection with the greater weight.
 */
final class Plane {
  private static final Comparator<Route> PREFERENCE =
      Comparator.<Route>comparingInt(route -> route.prefix().length())
          .thenComparing(route -> Connections.isExpressRoute(route.connection()))
          .thenComparing(route -> Json.count(Json.properties(route.connection()), "routingWeight"));

  private final World world;
  private final ArmId network;

  Plane(World world, ArmId network) {
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
  record Route(Cidr prefix, ObjectNode connection, boolean installed, List<String> links) {
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
    for (ObjectNode connection : Connections.inNetwork(world, network)) {
      List<String> links = installed(connection);
      List<String> passing = links.stream().filter(link -> passes(connection, link)).toList();
      for (Cidr prefix : prefixes(connection)) {
        routes.add(new Route(prefix, connection, !links.isEmpty(), passing));
      }
    }
    return routes;
  }

  /** The way that packets to this address take. */
  Optional<Route> to(String address) {
    return Cidr.parse(address + "/32")
        .or(() -> Cidr.parse(address + "/128"))
        .flatMap(
            host ->
                all().stream()
                    .filter(route -> route.installed() && route.prefix().contains(host))
                    .max(PREFERENCE));
  }

  private List<Cidr> prefixes(ObjectNode connection) {
    List<String> announced =
        Connections.isExpressRoute(connection)
            ? Connections.end(connection, "peer")
                .flatMap(id -> world.resources().find(id))
                .map(circuit -> Announcements.overCircuit(world, circuit, network))
                .orElse(List.of())
            : Announcements.overTunnel(world, connection);
    return announced.stream().flatMap(each -> Cidr.parse(each).stream()).toList();
  }

  /** The parts over which routing sends: the links of a circuit, or the tunnel. */
  private List<String> installed(ObjectNode connection) {
    if (!Leg.isUp(connection, Leg.SESSION)) {
      return List.of();
    }
    if (Connections.isExpressRoute(connection)) {
      return Leg.LINKS.stream().filter(link -> Leg.isUp(connection, link)).toList();
    }
    boolean learned = !Connections.speaksBgp(world, connection) || Leg.isUp(connection, Leg.BGP);
    return learned ? List.of(Leg.SESSION) : List.of();
  }

  private boolean passes(ObjectNode connection, String link) {
    LegFacts facts = new LegFacts(world, connection);
    return facts.of(Leg.SESSION).sound() && facts.of(link).sound();
  }
}
