package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.util.Optional;

/** The admin call {@code GET paths}: which ways there are, and which one is used. */
final class PathsView {
  private PathsView() {}

  static JsonNode show(World world) {
    ObjectNode body = Json.object().put("now", world.now().toString());
    ArrayNode networks = body.putArray("networks");
    Traffic.networks(world).forEach(id -> networks.add(network(world, id)));
    return body;
  }

  private static ObjectNode network(World world, ArmId id) {
    ObjectNode node = Json.object().put("network", id.toString());
    Optional<String> client = Traffic.client(world, id);
    Optional<Plane.Route> path = Traffic.path(world, id);
    client.ifPresent(address -> node.put("client", address));
    node.put("path", kind(path)).put("reachable", path.filter(Plane.Route::passes).isPresent());
    path.ifPresent(route -> node.put("connection", Json.text(route.connection(), "name")));
    ArrayNode routes = node.putArray("routes");
    new Plane(world, id).all().forEach(route -> routes.add(route(route)));
    ArrayNode connections = node.putArray("connections");
    Connections.inNetwork(world, id)
        .forEach(connection -> connections.add(connection(world, connection)));
    SiteServices.of(world, id).ifPresent(service -> node.set("service", service));
    return node;
  }

  /** {@code expressRoute}, {@code vpn} or {@code none}. */
  static String kind(Optional<Plane.Route> path) {
    return path.map(
            route -> Connections.isExpressRoute(route.connection()) ? "expressRoute" : "vpn")
        .orElse("none");
  }

  private static ObjectNode route(Plane.Route route) {
    return Json.object()
        .put("prefix", route.prefix().toString())
        .put("connection", Json.text(route.connection(), "name"))
        .put("path", kind(Optional.of(route)))
        .put("installed", route.installed())
        .put("passes", route.passes());
  }

  private static ObjectNode connection(World world, ObjectNode connection) {
    ObjectNode node = Json.object().put("name", Json.text(connection, "name"));
    node.put("type", Connections.type(connection));
    ObjectNode parts = node.putObject("parts");
    LegFacts facts = new LegFacts(world, connection);
    for (String part : facts.parts()) {
      Leg leg = Leg.of(connection, part);
      ObjectNode shown = parts.putObject(part);
      shown.put("sound", facts.of(part).sound()).put("up", leg.up());
      leg.since().ifPresent(since -> shown.put("since", since.toString()));
    }
    return node;
  }
}
