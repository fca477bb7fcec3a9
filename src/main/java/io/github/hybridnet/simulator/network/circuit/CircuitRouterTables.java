package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.BgpPeers;
import io.github.hybridnet.simulator.network.routing.ByteCounters;
import io.github.hybridnet.simulator.network.routing.CircuitLinks;
import io.github.hybridnet.simulator.network.routing.RouteAnnouncements;
import io.github.hybridnet.simulator.network.routing.RoutingLeg;
import io.github.hybridnet.simulator.variant.VariantChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of a circuit's edge routers about a peering; empty unless it carries traffic. Each of
 * the two routers has its own link to the customer.
 */
final class CircuitRouterTables {
  private static final String GATEWAY_ASN = "65515";
  private static final String UNRESOLVED = "Incomplete";

  private final World world;
  private final ObjectNode peering;
  private final ObjectNode circuit;
  private final String link;

  private CircuitRouterTables(World world, ObjectNode peering, String device) {
    this.world = world;
    this.peering = peering;
    this.circuit =
        ArmId.parse(ResourceReference.idOf(peering))
            .flatMap(id -> world.resources().find(id.parent()))
            .orElseGet(JsonCodec::object);
    this.link =
        device.equalsIgnoreCase(RoutingLeg.SECONDARY) ? RoutingLeg.SECONDARY : RoutingLeg.PRIMARY;
  }

  /** What was carried: by the private peering all of it, by the others nothing. */
  static OperationAnswer statistics(ResourceRequest request) {
    boolean whole = !request.id().isChild();
    boolean carrying =
        whole || request.id().name().equalsIgnoreCase(StoredCircuits.PRIVATE_PEERING);
    ObjectNode circuit =
        request.world().resources().find(request.id().root()).orElseGet(JsonCodec::object);
    VariantChoice variants = request.world().behaviour().variants().current();
    ObjectNode counters = JsonCodec.object();
    for (String name :
        List.of("primaryBytesIn", "primaryBytesOut", "secondaryBytesIn", "secondaryBytesOut")) {
      counters.put(
          name, carrying ? ByteCounters.read(circuit, name, request.world().now(), variants) : 0);
    }
    return OperationAnswer.plain(200, counters);
  }

  /** The inquiry of {@code arpTables}: the two ends of the link. */
  static List<ObjectNode> arp(World world, ObjectNode peering, String device) {
    CircuitRouterTables tables = new CircuitRouterTables(world, peering, device);
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
    CircuitRouterTables tables = new CircuitRouterTables(world, peering, device);
    List<ObjectNode> routes = new ArrayList<>();
    tables.range().ifPresent(range -> tables.addRoutes(range.host(1), routes));
    return routes;
  }

  /** The inquiry of {@code routeTablesSummary}: the customer's router on the link. */
  static List<ObjectNode> summary(World world, ObjectNode peering, String device) {
    CircuitRouterTables tables = new CircuitRouterTables(world, peering, device);
    return tables.range().map(range -> List.of(tables.customer(range.host(1)))).orElse(List.of());
  }

  private void addRoutes(String router, List<ObjectNode> routes) {
    String asn = String.valueOf(JsonMembers.count(JsonMembers.properties(peering), "peerASN"));
    site().forEach(prefix -> routes.add(route(prefix, router, asn)));
    for (ObjectNode connection : connections()) {
      if (RoutingLeg.isUp(connection, RoutingLeg.SESSION)) {
        gateway(connection).ifPresent(gateway -> addNetwork(gateway, routes));
      }
    }
  }

  private void addNetwork(ObjectNode gateway, List<ObjectNode> routes) {
    String hop = new BgpPeers(world, gateway).localAddress();
    StoredGateways.networkPrefixes(world, gateway)
        .forEach(prefix -> routes.add(route(prefix, hop, GATEWAY_ASN)));
  }

  private ObjectNode customer(String router) {
    return JsonCodec.object()
        .put("neighbor", router)
        .put("v", 4)
        .put("as", JsonMembers.count(JsonMembers.properties(peering), "peerASN"))
        .put("upDown", "never")
        .put("statePfxRcd", isLinkUp() ? String.valueOf(site().size()) : "Active");
  }

  /** What the router has learned from the customer. */
  private Set<String> site() {
    Set<String> prefixes = new LinkedHashSet<>();
    if (isLinkUp()) {
      connections().stream()
          .flatMap(connection -> gateway(connection).stream())
          .flatMap(gateway -> StoredGateways.network(gateway).stream())
          .forEach(id -> prefixes.addAll(RouteAnnouncements.overCircuit(world, circuit, id)));
    }
    return prefixes;
  }

  private boolean isLinkUp() {
    List<ObjectNode> connections = connections();
    return connections.isEmpty()
        ? !CircuitLinks.isCut(circuit, link)
        : connections.stream().anyMatch(connection -> RoutingLeg.isUp(connection, link));
  }

  private List<ObjectNode> connections() {
    return StoredConnections.of(world, ArmId.parse(ResourceReference.idOf(circuit)).orElseThrow());
  }

  private Optional<ObjectNode> gateway(ObjectNode connection) {
    return StoredConnections.end(connection, "virtualNetworkGateway1")
        .flatMap(id -> world.resources().find(id));
  }

  /** The prefix of the link; empty while the peering carries nothing. */
  private Optional<AddressPrefix> range() {
    String prefix = JsonMembers.text(peering, "properties", link + "PeerAddressPrefix");
    boolean up = StoredCircuits.isProvisioned(circuit) && StoredCircuits.isEnabled(peering);
    return up && prefix != null ? AddressPrefix.parse(prefix) : Optional.empty();
  }

  private static ObjectNode neighbour(String side, String address, String mac) {
    return JsonCodec.object()
        .put("age", 0)
        .put("interface", side)
        .put("ipAddress", address)
        .put("macAddress", mac);
  }

  private static ObjectNode route(String network, String nextHop, String path) {
    return JsonCodec.object()
        .put("network", network)
        .put("nextHop", nextHop)
        .put("locPrf", "")
        .put("weight", 0)
        .put("path", path);
  }
}
