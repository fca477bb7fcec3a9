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

/**
 * What the edge routers of a circuit say of a peering: nothing unless it carries traffic. Each of
 * the two routers has its own link to the customer.
 */
final class CircuitTables {
  private static final String GATEWAY_ASN = "65515";
  private static final String UNRESOLVED = "Incomplete";

  private final World world;
  private final ObjectNode peering;
  private final ObjectNode circuit;
  private final String link;

  private CircuitTables(World world, ObjectNode peering, String device) {
    this.world = world;
    this.peering = peering;
    this.circuit =
        ArmId.parse(Reference.idOf(peering))
            .flatMap(id -> world.resources().find(id.parent()))
            .orElseGet(Json::object);
    this.link = device.equalsIgnoreCase(Leg.SECONDARY) ? Leg.SECONDARY : Leg.PRIMARY;
  }

  /** What was carried: by the private peering all of it, by the others nothing. */
  static Answer statistics(ArmRequest request) {
    boolean whole = !request.id().isChild();
    boolean carrying = whole || request.id().name().equalsIgnoreCase(Circuits.PRIVATE_PEERING);
    ObjectNode circuit =
        request.world().resources().find(request.id().root()).orElseGet(Json::object);
    ObjectNode counters = Json.object();
    for (String name :
        List.of("primaryBytesIn", "primaryBytesOut", "secondaryBytesIn", "secondaryBytesOut")) {
      counters.put(name, carrying ? Meter.read(circuit, name, request.world().now()) : 0);
    }
    return Answer.plain(200, counters);
  }

  /** The inquiry of {@code arpTables}: the two ends of the link. */
  static List<ObjectNode> arp(World world, ObjectNode peering, String device) {
    CircuitTables tables = new CircuitTables(world, peering, device);
    boolean cut = CircuitLinks.isCut(tables.circuit, tables.link);
    return tables
        .range()
        .map(
            range ->
                List.of(
                    neighbour("On-Prem", range.host(1), cut ? UNRESOLVED : "0200.5e00.0001"),
                    neighbour("Microsoft", range.host(2), "0200.5e00.0002")))
        .orElse(List.of());
  }

  /** The inquiry of {@code routeTables}: the prefixes of both sides. */
  static List<ObjectNode> routes(World world, ObjectNode peering, String device) {
    CircuitTables tables = new CircuitTables(world, peering, device);
    List<ObjectNode> routes = new ArrayList<>();
    tables.range().ifPresent(range -> tables.addRoutes(range.host(1), routes));
    return routes;
  }

  /** The inquiry of {@code routeTablesSummary}: the customer's router on the link. */
  static List<ObjectNode> summary(World world, ObjectNode peering, String device) {
    CircuitTables tables = new CircuitTables(world, peering, device);
    return tables.range().map(range -> List.of(tables.customer(range.host(1)))).orElse(List.of());
  }

  private void addRoutes(String router, List<ObjectNode> routes) {
    String asn = String.valueOf(Json.count(Json.properties(peering), "peerASN"));
    site().forEach(prefix -> routes.add(route(prefix, router, asn)));
    for (ObjectNode connection : connections()) {
      if (Leg.isUp(connection, Leg.SESSION)) {
        gateway(connection).ifPresent(gateway -> addNetwork(gateway, routes));
      }
    }
  }

  private void addNetwork(ObjectNode gateway, List<ObjectNode> routes) {
    String hop = new BgpPeers(world, gateway).localAddress();
    Gateways.networkPrefixes(world, gateway)
        .forEach(prefix -> routes.add(route(prefix, hop, GATEWAY_ASN)));
  }

  private ObjectNode customer(String router) {
    return Json.object()
        .put("neighbor", router)
        .put("v", 4)
        .put("as", Json.count(Json.properties(peering), "peerASN"))
        .put("upDown", "never")
        .put("statePfxRcd", isLinkUp() ? String.valueOf(site().size()) : "Active");
  }

  /** What the router has learned from the customer. */
  private Set<String> site() {
    Set<String> prefixes = new LinkedHashSet<>();
    if (isLinkUp()) {
      connections().stream()
          .flatMap(connection -> gateway(connection).stream())
          .flatMap(gateway -> Gateways.network(gateway).stream())
          .forEach(id -> prefixes.addAll(Announcements.overCircuit(world, circuit, id)));
    }
    return prefixes;
  }

  private boolean isLinkUp() {
    List<ObjectNode> connections = connections();
    return connections.isEmpty()
        ? !CircuitLinks.isCut(circuit, link)
        : connections.stream().anyMatch(connection -> Leg.isUp(connection, link));
  }

  private List<ObjectNode> connections() {
    return Connections.of(world, ArmId.parse(Reference.idOf(circuit)).orElseThrow());
  }

  private Optional<ObjectNode> gateway(ObjectNode connection) {
    return Connections.end(connection, "virtualNetworkGateway1")
        .flatMap(id -> world.resources().find(id));
  }

  /** The prefix of the link; empty while the peering carries nothing. */
  private Optional<Cidr> range() {
    String prefix = Json.text(peering, "properties", link + "PeerAddressPrefix");
    boolean up = Circuits.isProvisioned(circuit) && Circuits.isEnabled(peering);
    return up && prefix != null ? Cidr.parse(prefix) : Optional.empty();
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
}
