package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The BGP neighbours of a gateway, derived from its connections. The site behind a local network
 * gateway announces the prefixes of that gateway. The site behind a circuit is taken to be the one
 * that the network's VPN tunnels lead to, as in a network with failover, and announces the same.
 */
final class BgpPeers {
  private static final int EDGE_ASN = 12076;
  private static final int KEEPALIVE_SECONDS = 60;

  private final World world;
  private final ObjectNode gateway;

  BgpPeers(World world, ObjectNode gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  /**
   * A neighbour.
   *
   * @param address where it listens
   * @param asn its autonomous system
   * @param path the AS path of its routes
   * @param since when the session came up; empty while it is down
   * @param prefixes what it announces
   */
  record Peer(
      String address, long asn, String path, Optional<Instant> since, List<String> prefixes) {
    Peer {
      prefixes = List.copyOf(prefixes);
    }

    boolean isUp() {
      return since.isPresent();
    }
  }

  /** The inquiry of {@code getBgpPeerStatus}. */
  static List<ObjectNode> status(World world, ObjectNode gateway, String peer) {
    BgpPeers peers = new BgpPeers(world, gateway);
    return peers.all().stream()
        .filter(each -> peer.isEmpty() || peer.equals(each.address()))
        .map(peers::status)
        .toList();
  }

  List<Peer> all() {
    List<Peer> peers = new ArrayList<>();
    ArmId id = ArmId.parse(Reference.idOf(gateway)).orElseThrow();
    for (ObjectNode connection : Connections.of(world, id)) {
      if (Connections.isExpressRoute(connection)) {
        peers.addAll(edges(connection));
      } else if (speaksBgp(connection)) {
        peer(id, connection).ifPresent(peers::add);
      }
    }
    return peers;
  }

  /** The address from which the gateway speaks. */
  String localAddress() {
    String own = Json.text(gateway, "properties", "bgpSettings", "bgpPeeringAddress");
    return own == null ? range().free(1) : own.split(",", 2)[0];
  }

  private boolean speaksBgp(ObjectNode connection) {
    return Json.flag(Json.properties(gateway), "enableBgp")
        && Json.flag(Json.properties(connection), "enableBgp");
  }

  /** The two edge routers of a circuit, one on each of its links. */
  private List<Peer> edges(ObjectNode connection) {
    Optional<ObjectNode> peering =
        Connections.end(connection, "peer")
            .flatMap(id -> world.resources().find(id))
            .flatMap(Circuits::privatePeering);
    if (peering.isEmpty()) {
      return List.of();
    }
    String path = EDGE_ASN + "-" + Json.count(Json.properties(peering.get()), "peerASN");
    List<String> prefixes = siteOfNetwork();
    Optional<Instant> since = since(connection);
    return List.of(
        new Peer(range().free(0), EDGE_ASN, path, since, prefixes),
        new Peer(range().free(1), EDGE_ASN, path, since, prefixes));
  }

  private Optional<Peer> peer(ArmId self, ObjectNode connection) {
    if (Connections.type(connection).equals("IPsec")) {
      return Connections.end(connection, "localNetworkGateway2")
          .flatMap(id -> world.resources().find(id))
          .filter(site -> Json.at(site, "properties", "bgpSettings") != null)
          .map(site -> speaker(site, site(site), since(connection)));
    }
    ArmId first = Connections.end(connection, "virtualNetworkGateway1").orElseThrow();
    String other = first.equals(self) ? "virtualNetworkGateway2" : "virtualNetworkGateway1";
    if (!first.equals(self)) {
      return Optional.empty();
    }
    return Connections.end(connection, other)
        .flatMap(id -> world.resources().find(id))
        .map(far -> speaker(far, Gateways.networkPrefixes(world, far), since(connection)));
  }

  private static Peer speaker(ObjectNode far, List<String> prefixes, Optional<Instant> since) {
    JsonNode bgp = Json.at(far, "properties", "bgpSettings");
    long asn = Json.count(bgp, "asn");
    String address = Json.textOr(bgp, "bgpPeeringAddress", "").split(",", 2)[0];
    return new Peer(address, asn, String.valueOf(asn), since, prefixes);
  }

  private static Optional<Instant> since(ObjectNode connection) {
    return Connections.isConnected(connection)
        ? Hidden.instant(connection, ConnectionStatuses.UP_SINCE)
        : Optional.empty();
  }

  private List<String> siteOfNetwork() {
    Optional<ArmId> network = Gateways.network(gateway);
    return world.resources().all(NetworkTypes.CONNECTION).stream()
        .filter(each -> Connections.type(each).equals("IPsec"))
        .filter(each -> network.isPresent() && startsIn(each, network.get()))
        .flatMap(each -> Connections.end(each, "localNetworkGateway2").stream())
        .flatMap(id -> world.resources().find(id).stream())
        .flatMap(site -> site(site).stream())
        .distinct()
        .toList();
  }

  private boolean startsIn(ObjectNode connection, ArmId network) {
    return Connections.end(connection, "virtualNetworkGateway1")
        .flatMap(id -> world.resources().find(id))
        .filter(vpn -> Gateways.isIn(vpn, network))
        .isPresent();
  }

  /** The prefixes of a site, without the host route to its BGP speaker. */
  private static List<String> site(ObjectNode localGateway) {
    String speaker = Json.text(localGateway, "properties", "bgpSettings", "bgpPeeringAddress");
    return Json.strings(localGateway, "properties", "localNetworkAddressSpace", "addressPrefixes")
        .stream()
        .filter(each -> !each.equals(speaker + "/32"))
        .toList();
  }

  private Cidr range() {
    return GatewaySubnet.of(world, Gateways.ipConfigurations(gateway).get(0)).range();
  }

  private ObjectNode status(Peer peer) {
    ObjectNode entry = Json.object();
    entry.put("localAddress", localAddress());
    entry.put("neighbor", peer.address());
    entry.put("asn", peer.asn());
    entry.put("state", peer.isUp() ? "Connected" : "Connecting");
    if (peer.since().isPresent()) {
      Duration up = Duration.between(peer.since().get(), world.now());
      long messages = 2 + up.toSeconds() / KEEPALIVE_SECONDS;
      entry.put("connectedDuration", duration(up));
      entry.put("routesReceived", peer.prefixes().size());
      entry.put("messagesSent", messages);
      entry.put("messagesReceived", messages);
    } else {
      entry.put("routesReceived", 0);
      entry.put("messagesSent", 0);
      entry.put("messagesReceived", 0);
    }
    return entry;
  }

  /** As the service writes a time span: {@code [d.]hh:mm:ss.fffffff}. */
  private static String duration(Duration span) {
    String days = span.toDays() == 0 ? "" : span.toDays() + ".";
    return String.format(
        Locale.ROOT,
        "%s%02d:%02d:%02d.%07d",
        days,
        span.toHoursPart(),
        span.toMinutesPart(),
        span.toSecondsPart(),
        span.toNanosPart() / 100);
  }
}
