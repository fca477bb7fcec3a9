package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the edge routers of a circuit say of a peering: nothing unless it carries traffic. */
final class CircuitTables {
  private static final String GATEWAY_ASN = "65515";

  private CircuitTables() {}

  /** Nothing flows through this simulator: the counters of circuits and peerings stay at 0. */
  static Answer statistics(ArmRequest request) {
    ObjectNode counters = Json.object();
    for (String name :
        List.of("primaryBytesIn", "primaryBytesOut", "secondaryBytesIn", "secondaryBytesOut")) {
      counters.put(name, 0);
    }
    return Answer.plain(200, counters);
  }

  /** The inquiry of {@code arpTables}: the two ends of the primary link. */
  static List<ObjectNode> arp(World world, ObjectNode peering, String unused) {
    return link(world, peering)
        .map(
            link ->
                List.of(
                    neighbour("On-Prem", link.host(1), "0200.5e00.0001"),
                    neighbour("Microsoft", link.host(2), "0200.5e00.0002")))
        .orElse(List.of());
  }

  /** The inquiry of {@code routeTables}: the prefixes of both sides. */
  static List<ObjectNode> routes(World world, ObjectNode peering, String unused) {
    Optional<Cidr> link = link(world, peering);
    List<ObjectNode> routes = new ArrayList<>();
    if (link.isPresent()) {
      String router = link.get().host(1);
      String asn = String.valueOf(Json.count(Json.properties(peering), "peerASN"));
      site(world, peering).forEach(prefix -> routes.add(route(prefix, router, asn)));
      for (ObjectNode gateway : gateways(world, peering)) {
        String hop = new BgpPeers(world, gateway).localAddress();
        Gateways.networkPrefixes(world, gateway)
            .forEach(prefix -> routes.add(route(prefix, hop, GATEWAY_ASN)));
      }
    }
    return routes;
  }

  /** The inquiry of {@code routeTablesSummary}: the customer's router on the primary link. */
  static List<ObjectNode> summary(World world, ObjectNode peering, String unused) {
    return link(world, peering)
        .map(
            link ->
                List.of(
                    Json.object()
                        .put("neighbor", link.host(1))
                        .put("v", 4)
                        .put("as", Json.count(Json.properties(peering), "peerASN"))
                        .put("upDown", "never")
                        .put("statePfxRcd", String.valueOf(site(world, peering).size()))))
        .orElse(List.of());
  }

  private static Set<String> site(World world, ObjectNode peering) {
    Set<String> prefixes = new LinkedHashSet<>();
    for (ObjectNode gateway : gateways(world, peering)) {
      new BgpPeers(world, gateway).all().forEach(peer -> prefixes.addAll(peer.prefixes()));
    }
    return prefixes;
  }

  private static List<ObjectNode> gateways(World world, ObjectNode peering) {
    return circuit(peering).stream()
        .flatMap(id -> Connections.of(world, id).stream())
        .filter(Connections::isConnected)
        .flatMap(each -> Connections.end(each, "virtualNetworkGateway1").stream())
        .flatMap(id -> world.resources().find(id).stream())
        .toList();
  }

  private static ObjectNode neighbour(String side, String address, String mac) {
    return Json.object()
        .put("age", 0)
        .put("interface", side)
        .put("ipAddress", address)
        .put("macAddress", mac);
  }

  private static ObjectNode route(String network, String nextHop, String path) {
    return Json.object()
        .put("network", network)
        .put("nextHop", nextHop)
        .put("locPrf", "")
        .put("weight", 0)
        .put("path", path);
  }

  private static Optional<ArmId> circuit(ObjectNode peering) {
    return ArmId.parse(Reference.idOf(peering)).map(ArmId::parent);
  }

  private static Optional<Cidr> link(World world, ObjectNode peering) {
    boolean up =
        circuit(peering)
            .flatMap(id -> world.resources().find(id))
            .filter(Circuits::isProvisioned)
            .isPresent();
    String prefix = Json.text(peering, "properties", "primaryPeerAddressPrefix");
    return up && prefix != null && Circuits.isEnabled(peering)
        ? Cidr.parse(prefix)
        : Optional.empty();
  }
}
