package io.github.hybridnet.failover.gate;

import static io.github.hybridnet.failover.gate.PathReading.ABSENT;
import static io.github.hybridnet.failover.gate.PathReading.NOT_REPORTED;
import static io.github.hybridnet.failover.gate.PathReading.UNKNOWN;

import io.github.hybridnet.engine.GatewayViews.BgpPeer;
import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.engine.status.RouteSource;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.gate.PathReading.Path;
import io.github.hybridnet.failover.gate.PathReading.Route;
import io.github.hybridnet.failover.gate.PathReading.Routing;
import io.github.hybridnet.plan.ActualResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes two paths of what Azure answered. Both gateways speak iBGP with each other, so that each
 * may list what the other learned: a route belongs to the path that its AS path and weight name,
 * and not to the gateway that lists it.
 */
final class PathAnswers {
  /** Microsoft's edge. */
  private static final long EDGE_ASN = 12076;

  /** All of Azure's own gateways, unless they were given another number. */
  private static final long GATEWAY_ASN = 65515;

  private final Map<Question, Sight<Answer>> seen;
  private final DrillTarget target;

  PathAnswers(Map<Question, Sight<Answer>> seen, DrillTarget target) {
    this.seen = seen;
    this.target = target;
  }

  /**
   * What came over ExpressRoute. The VPN gateway's view counts too: as long as it still has a route
   * of ExpressRoute, that is not gone. It cannot replace the ExpressRoute gateway's, though.
   */
  Path expressRoute() {
    List<LearnedRoute> learned =
        Stream.of(Question.EXPRESS_ROUTE_ROUTES, Question.VPN_ROUTES)
            .flatMap(q -> routes(q).stream())
            .filter(r -> RouteSource.of(r) == RouteSource.EXPRESS_ROUTE && !RouteSource.isAzures(r))
            .toList();
    boolean known = answer(Question.EXPRESS_ROUTE_ROUTES) != null;
    return path(
        Question.EXPRESS_ROUTE_CONNECTION,
        connected(Question.EXPRESS_ROUTE_PEERS, p -> p.asn() == EDGE_ASN),
        prefixes(learned),
        new Routing(known, learned.stream().map(PathAnswers::route).toList()));
  }

  /** What came through the tunnel, or without BGP what the device is declared to have. */
  Path vpn() {
    Set<String> device = deviceAddresses();
    List<LearnedRoute> learned =
        routes(Question.VPN_ROUTES).stream()
            .filter(r -> RouteSource.of(r) == RouteSource.VPN && cameFrom(device, r))
            .toList();
    List<String> fixed = fixedPrefixes(device);
    List<Route> routes = new ArrayList<>(learned.stream().map(PathAnswers::route).toList());
    fixed.forEach(prefix -> routes.add(Route.fixed(prefix)));
    boolean bgp = speaksBgp();
    boolean known = answer(bgp ? Question.VPN_ROUTES : Question.DEVICE) != null;
    return path(
        Question.VPN_CONNECTION,
        connected(Question.VPN_PEERS, p -> isDevice(device, p)),
        bgp ? prefixes(learned) : fixed,
        new Routing(known, routes));
  }

  String peeringState() {
    Answer answer = answer(Question.PEERING);
    return answer == null
        ? UNKNOWN
        : answer
            .resource()
            .map(r -> Properties.observed(r, "state"))
            .map(state -> state.equals(UNKNOWN) ? NOT_REPORTED : state)
            .orElse(ABSENT);
  }

  private Path path(Question connection, int peers, List<String> prefixes, Routing routing) {
    Answer answer = answer(connection);
    if (answer == null) {
      return new Path(UNKNOWN, UNKNOWN, peers, prefixes, -1, -1, routing);
    }
    return answer
        .resource()
        .map(
            r ->
                new Path(
                    r.provisioningState(),
                    Properties.observed(r, "connectionStatus"),
                    peers,
                    prefixes,
                    Properties.number(r, "ingressBytesTransferred"),
                    Properties.number(r, "egressBytesTransferred"),
                    routing))
        .orElseGet(() -> new Path(ABSENT, ABSENT, peers, prefixes, -1, -1, routing));
  }

  /** Peers at addresses: an active-active gateway lists each device once for each instance. */
  private int connected(Question question, Predicate<BgpPeer> ofTheOtherSide) {
    Answer answer = answer(question);
    return answer == null
        ? -1
        : (int)
            answer.peers().stream()
                .filter(p -> ofTheOtherSide.test(p) && p.state().equalsIgnoreCase("Connected"))
                .map(BgpPeer::neighbor)
                .distinct()
                .count();
  }

  /** Other tunnels of the gateway lead elsewhere, so that the device's address decides. */
  private static boolean isDevice(Set<String> device, BgpPeer peer) {
    return device.isEmpty()
        ? peer.asn() != EDGE_ASN && peer.asn() != GATEWAY_ASN
        : device.contains(peer.neighbor());
  }

  private static boolean cameFrom(Set<String> device, LearnedRoute route) {
    return device.isEmpty()
        ? route.origin().equalsIgnoreCase("EBgp")
        : device.contains(route.sourcePeer()) || device.contains(route.nextHop());
  }

  private boolean speaksBgp() {
    return resource(Question.VPN_CONNECTION)
        .map(r -> Properties.text(r, "enableBgp"))
        .filter(text -> !text.isEmpty())
        .orElseGet(() -> Properties.text(target.vpn().connection().body(), "enableBgp"))
        .equalsIgnoreCase("true");
  }

  private Set<String> deviceAddresses() {
    return resource(Question.DEVICE)
        .map(r -> Properties.text(r, "bgpSettings/bgpPeeringAddress"))
        .filter(text -> !text.isEmpty())
        .map(text -> Set.copyOf(List.of(text.split(",", -1))))
        .orElse(Set.of());
  }

  /** Also beside BGP these are static routes of the gateway; the device's own address is none. */
  private List<String> fixedPrefixes(Set<String> device) {
    return resource(Question.DEVICE).stream()
        .flatMap(r -> Properties.texts(r, "localNetworkAddressSpace/addressPrefixes").stream())
        .filter(prefix -> device.stream().noneMatch(a -> prefix.startsWith(a + "/")))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> prefixes(List<LearnedRoute> routes) {
    return List.copyOf(new TreeSet<>(routes.stream().map(LearnedRoute::prefix).toList()));
  }

  private static Route route(LearnedRoute route) {
    return new Route(route.prefix(), route.nextHop(), route.weight(), route.asPath());
  }

  private List<LearnedRoute> routes(Question question) {
    Answer answer = answer(question);
    return answer == null ? List.of() : answer.routes();
  }

  private Optional<ActualResource> resource(Question question) {
    Answer answer = answer(question);
    return answer == null ? Optional.empty() : answer.resource();
  }

  private @Nullable Answer answer(Question question) {
    Sight<Answer> sight = seen.get(question);
    return sight == null ? null : sight.value();
  }
}
