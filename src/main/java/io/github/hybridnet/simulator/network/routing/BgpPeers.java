package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGatewaySubnet;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The BGP neighbours of a gateway, derived from its connections and from what routing knows of
 * them. What they announce is in {@link RouteAnnouncements}.
 */
public final class BgpPeers {
  private static final int EDGE_ASN = 12076;
  private static final int KEEPALIVE_SECONDS = 60;

  private final World world;
  private final ObjectNode gateway;

  public BgpPeers(World world, ObjectNode gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  /**
   * A BGP neighbour of a gateway.
   *
   * @param address where it listens
   * @param asn its autonomous system
   * @param path the AS path of its routes
   * @param since when the session came up; empty while it is down
   * @param prefixes what it announces at this moment
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
  public static List<ObjectNode> status(World world, ObjectNode gateway, String peer) {
    BgpPeers peers = new BgpPeers(world, gateway);
    List<ObjectNode> shown = new ArrayList<>();
    boolean hidden = world.behaviour().variants().is(AzureVariant.BGP_PEERS, "empty");
    for (Peer each : hidden ? List.<Peer>of() : peers.all()) {
      if (peer.isEmpty() || peer.equals(each.address())) {
        shown.add(peers.status(each));
      }
    }
    if (world.behaviour().variants().is(AzureVariant.BGP_PEERS, "reordered")) {
      Collections.reverse(shown);
    }
    return shown;
  }

  List<Peer> all() {
    List<Peer> peers = new ArrayList<>();
    ArmId id = ArmId.parse(ResourceReference.idOf(gateway)).orElseThrow();
    for (ObjectNode connection : StoredConnections.of(world, id)) {
      if (StoredConnections.isExpressRoute(connection)) {
        peers.addAll(edges(connection));
      } else if (StoredConnections.speaksBgp(world, connection)) {
        peer(id, connection).ifPresent(peers::add);
      }
    }
    return peers;
  }

  /** The address from which the gateway speaks. */
  public String localAddress() {
    String own = JsonMembers.text(gateway, "properties", "bgpSettings", "bgpPeeringAddress");
    return own == null ? range().free(1) : own.split(",", 2)[0];
  }

  /** The two edge routers of a circuit; each learns from the customer over its own link. */
  private List<Peer> edges(ObjectNode connection) {
    Optional<ObjectNode> circuit =
        StoredConnections.end(connection, "peer").flatMap(id -> world.resources().find(id));
    Optional<ArmId> network = StoredGateways.network(gateway);
    if (circuit.isEmpty() || network.isEmpty()) {
      return List.of();
    }
    long customer =
        StoredCircuits.privatePeering(circuit.get())
            .map(peering -> JsonMembers.count(JsonMembers.properties(peering), "peerASN"))
            .orElse(0L);
    List<String> prefixes = RouteAnnouncements.overCircuit(world, circuit.get(), network.get());
    List<Peer> edges = new ArrayList<>();
    for (int i = 0; i < RoutingLeg.LINKS.size(); i++) {
      boolean learns = RoutingLeg.isUp(connection, RoutingLeg.LINKS.get(i));
      edges.add(
          new Peer(
              range().free(i),
              EDGE_ASN,
              EDGE_ASN + "-" + customer,
              since(connection, RoutingLeg.SESSION),
              learns ? prefixes : List.of()));
    }
    return edges;
  }

  private Optional<Peer> peer(ArmId self, ObjectNode connection) {
    Optional<Instant> since =
        RoutingLeg.isUp(connection, RoutingLeg.SESSION)
            ? since(connection, RoutingLeg.BGP)
            : Optional.empty();
    if (StoredConnections.type(connection).equals("IPsec")) {
      List<String> prefixes = RouteAnnouncements.overTunnel(world, connection);
      return StoredConnections.end(connection, "localNetworkGateway2")
          .flatMap(id -> world.resources().find(id))
          .map(site -> speaker(site, prefixes, since));
    }
    ArmId first = StoredConnections.end(connection, "virtualNetworkGateway1").orElseThrow();
    if (!first.equals(self)) {
      return Optional.empty();
    }
    return StoredConnections.end(connection, "virtualNetworkGateway2")
        .flatMap(id -> world.resources().find(id))
        .map(far -> speaker(far, StoredGateways.networkPrefixes(world, far), since));
  }

  private static Peer speaker(ObjectNode far, List<String> prefixes, Optional<Instant> since) {
    JsonNode bgp = JsonMembers.at(far, "properties", "bgpSettings");
    long asn = JsonMembers.count(bgp, "asn");
    String address = JsonMembers.textOr(bgp, "bgpPeeringAddress", "").split(",", 2)[0];
    return new Peer(address, asn, String.valueOf(asn), since, prefixes);
  }

  private static Optional<Instant> since(ObjectNode connection, String part) {
    RoutingLeg routingLeg = RoutingLeg.of(connection, part);
    return routingLeg.up() ? routingLeg.since() : Optional.empty();
  }

  private AddressPrefix range() {
    return StoredGatewaySubnet.of(world, StoredGateways.ipConfigurations(gateway).get(0)).range();
  }

  private ObjectNode status(Peer peer) {
    ObjectNode entry = JsonCodec.object();
    entry.put("localAddress", localAddress());
    entry.put("neighbor", peer.address());
    entry.put("asn", peer.asn());
    entry.put("state", state(peer));
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

  /** The states that no document of Azure names are those of BGP itself. */
  private String state(Peer peer) {
    if (world.behaviour().variants().is(AzureVariant.BGP_PEERS, "unknown-states")) {
      return peer.isUp() ? "Established" : "Active";
    }
    return peer.isUp() ? "Connected" : "Connecting";
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
