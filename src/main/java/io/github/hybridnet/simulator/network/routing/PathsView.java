package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.Optional;

/** The admin call {@code GET paths}: which paths exist, and which one is used. */
final class PathsView {
  private PathsView() {}

  static JsonNode show(World world) {
    ObjectNode body = JsonCodec.object().put("now", world.now().toString());
    ArrayNode networks = body.putArray("networks");
    SiteTraffic.networks(world).forEach(id -> networks.add(network(world, id)));
    return body;
  }

  private static ObjectNode network(World world, ArmId id) {
    ObjectNode node = JsonCodec.object().put("network", id.toString());
    Optional<String> client = SiteTraffic.client(world, id);
    Optional<EffectiveRoutes.Route> path = SiteTraffic.path(world, id);
    client.ifPresent(address -> node.put("client", address));
    node.put("path", kind(path))
        .put("reachable", path.filter(EffectiveRoutes.Route::passes).isPresent());
    path.ifPresent(route -> node.put("connection", JsonMembers.text(route.connection(), "name")));
    ArrayNode routes = node.putArray("routes");
    new EffectiveRoutes(world, id).all().forEach(route -> routes.add(route(route)));
    ArrayNode connections = node.putArray("connections");
    StoredConnections.inNetwork(world, id)
        .forEach(connection -> connections.add(connection(world, connection)));
    SiteServices.of(world, id).ifPresent(service -> node.set("service", service));
    return node;
  }

  /** {@code expressRoute}, {@code vpn} or {@code none}. */
  static String kind(Optional<EffectiveRoutes.Route> path) {
    return path.map(
            route -> StoredConnections.isExpressRoute(route.connection()) ? "expressRoute" : "vpn")
        .orElse("none");
  }

  private static ObjectNode route(EffectiveRoutes.Route route) {
    return JsonCodec.object()
        .put("prefix", route.prefix().toString())
        .put("connection", JsonMembers.text(route.connection(), "name"))
        .put("path", kind(Optional.of(route)))
        .put("installed", route.installed())
        .put("passes", route.passes());
  }

  private static ObjectNode connection(World world, ObjectNode connection) {
    ObjectNode node = JsonCodec.object().put("name", JsonMembers.text(connection, "name"));
    node.put("type", StoredConnections.type(connection));
    ObjectNode parts = node.putObject("parts");
    RoutingLegHealth facts = new RoutingLegHealth(world, connection);
    for (String part : facts.parts()) {
      RoutingLeg routingLeg = RoutingLeg.of(connection, part);
      ObjectNode shown = parts.putObject(part);
      shown.put("sound", facts.of(part).sound()).put("up", routingLeg.up());
      routingLeg.since().ifPresent(since -> shown.put("since", since.toString()));
    }
    return node;
  }
}
