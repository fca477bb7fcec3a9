package io.github.hybridnet.drill.path;

import static io.github.hybridnet.drill.path.PathReading.ABSENT;
import static io.github.hybridnet.drill.path.PathReading.NOT_REPORTED;
import static io.github.hybridnet.drill.path.PathReading.UNKNOWN;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PathReading.Route;
import io.github.hybridnet.drill.path.PathReading.Routing;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import io.github.hybridnet.status.RouteSource;
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
final class PathInterpreter {
  private final Map<PathQuestion, ReadResult<PathAnswer>> seen;
  private final DrillTarget target;

  PathInterpreter(Map<PathQuestion, ReadResult<PathAnswer>> seen, DrillTarget target) {
    this.seen = seen;
    this.target = target;
  }

  /**
   * What came over ExpressRoute. The VPN gateway's view counts too: as long as it still has a route
   * of ExpressRoute, that is not gone. It cannot replace the ExpressRoute gateway's, though.
   */
  Path expressRoute() {
    List<LearnedRoute> learned =
        Stream.of(PathQuestion.EXPRESS_ROUTE_ROUTES, PathQuestion.VPN_ROUTES)
            .flatMap(q -> routes(q).stream())
            .filter(r -> RouteSource.of(r) == RouteSource.EXPRESS_ROUTE && !RouteSource.isAzures(r))
            .toList();
    boolean known = answer(PathQuestion.EXPRESS_ROUTE_ROUTES) != null;
    return path(
        PathQuestion.EXPRESS_ROUTE_CONNECTION,
        connected(PathQuestion.EXPRESS_ROUTE_PEERS, p -> p.asn() == AzureAsn.EXPRESS_ROUTE_EDGE),
        prefixes(learned),
        new Routing(known, learned.stream().map(PathInterpreter::route).toList()));
  }

  /** What came through the tunnel, or without BGP what the device is declared to have. */
  Path vpn() {
    Set<String> device = deviceAddresses();
    List<LearnedRoute> learned =
        routes(PathQuestion.VPN_ROUTES).stream()
            .filter(r -> RouteSource.of(r) == RouteSource.VPN && cameFrom(device, r))
            .toList();
    List<String> fixed = fixedPrefixes(device);
    List<Route> routes = new ArrayList<>(learned.stream().map(PathInterpreter::route).toList());
    fixed.forEach(prefix -> routes.add(Route.fixed(prefix)));
    boolean bgp = speaksBgp();
    boolean known = answer(bgp ? PathQuestion.VPN_ROUTES : PathQuestion.DEVICE) != null;
    return path(
        PathQuestion.VPN_CONNECTION,
        connected(PathQuestion.VPN_PEERS, p -> isDevice(device, p)),
        bgp ? prefixes(learned) : fixed,
        new Routing(known, routes));
  }

  String peeringState() {
    PathAnswer pathAnswer = answer(PathQuestion.PEERING);
    return pathAnswer == null
        ? UNKNOWN
        : pathAnswer
            .resource()
            .map(r -> r.observedState("state").orElse(UNKNOWN))
            .map(state -> state.equals(UNKNOWN) ? NOT_REPORTED : state)
            .orElse(ABSENT);
  }

  private Path path(PathQuestion connection, int peers, List<String> prefixes, Routing routing) {
    PathAnswer pathAnswer = answer(connection);
    if (pathAnswer == null) {
      return new Path(UNKNOWN, UNKNOWN, peers, prefixes, -1, -1, routing);
    }
    return pathAnswer
        .resource()
        .map(
            r ->
                new Path(
                    r.provisioningState(),
                    r.observedState("connectionStatus").orElse(UNKNOWN),
                    peers,
                    prefixes,
                    r.observedNumber("ingressBytesTransferred").orElse(-1),
                    r.observedNumber("egressBytesTransferred").orElse(-1),
                    routing))
        .orElseGet(() -> new Path(ABSENT, ABSENT, peers, prefixes, -1, -1, routing));
  }

  /** Peers at addresses: an active-active gateway lists each device once for each instance. */
  private int connected(PathQuestion pathQuestion, Predicate<BgpPeer> ofTheOtherSide) {
    PathAnswer pathAnswer = answer(pathQuestion);
    if (pathAnswer == null) {
      return PathReading.PEERS_UNKNOWN;
    }
    List<BgpPeer> peers = pathAnswer.peers().stream().filter(ofTheOtherSide).toList();
    if (peers.isEmpty()) {
      return PathReading.NO_PEERS_LISTED;
    }
    int up =
        (int) peers.stream().filter(BgpPeer::isConnected).map(BgpPeer::neighbor).distinct().count();
    boolean silent = up == 0 && peers.stream().anyMatch(BgpPeer::isSilent);
    return silent ? PathReading.PEERS_UNKNOWN : up;
  }

  /** Other tunnels of the gateway lead elsewhere, so that the device's address decides. */
  private static boolean isDevice(Set<String> device, BgpPeer peer) {
    return device.isEmpty()
        ? peer.asn() != AzureAsn.EXPRESS_ROUTE_EDGE && peer.asn() != AzureAsn.GATEWAY
        : device.contains(peer.neighbor());
  }

  private static boolean cameFrom(Set<String> device, LearnedRoute route) {
    return device.isEmpty()
        ? route.origin().equalsIgnoreCase("EBgp")
        : device.contains(route.sourcePeer()) || device.contains(route.nextHop());
  }

  private boolean speaksBgp() {
    return resource(PathQuestion.VPN_CONNECTION)
        .map(r -> r.properties().text("enableBgp"))
        .filter(text -> !text.isEmpty())
        .orElseGet(() -> target.vpn().connection().properties().text("enableBgp"))
        .equalsIgnoreCase("true");
  }

  private Set<String> deviceAddresses() {
    return resource(PathQuestion.DEVICE)
        .map(r -> r.properties().text("bgpSettings", "bgpPeeringAddress"))
        .filter(text -> !text.isEmpty())
        .map(text -> Set.copyOf(List.of(text.split(",", -1))))
        .orElse(Set.of());
  }

  /** Also beside BGP these are static routes of the gateway; the device's own address is none. */
  private List<String> fixedPrefixes(Set<String> device) {
    return resource(PathQuestion.DEVICE).stream()
        .flatMap(r -> r.properties().texts("localNetworkAddressSpace", "addressPrefixes").stream())
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

  private List<LearnedRoute> routes(PathQuestion pathQuestion) {
    PathAnswer pathAnswer = answer(pathQuestion);
    return pathAnswer == null ? List.of() : pathAnswer.routes();
  }

  private Optional<ActualResource> resource(PathQuestion pathQuestion) {
    PathAnswer pathAnswer = answer(pathQuestion);
    return pathAnswer == null ? Optional.empty() : pathAnswer.resource();
  }

  private @Nullable PathAnswer answer(PathQuestion pathQuestion) {
    ReadResult<PathAnswer> readResult = seen.get(pathQuestion);
    return readResult == null ? null : readResult.value();
  }
}
