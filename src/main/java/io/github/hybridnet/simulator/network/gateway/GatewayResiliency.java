package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.RoutingLeg;
import io.github.hybridnet.simulator.network.routing.SiteRoutes;
import io.github.hybridnet.simulator.network.routing.StoredSiteFailoverTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How resilient an ExpressRoute gateway is, and which routes it learns where. What is counted is
 * documented (routes of more than one site, zones, tests); the weights are ours.
 */
final class GatewayResiliency {
  private static final int ROUTES = 60;
  private static final int ZONES = 20;
  private static final int TESTS = 20;

  private GatewayResiliency() {}

  /** The answer of {@code getResiliencyInformation}. */
  static JsonNode information(OperationCompletion operationCompletion, ObjectNode gateway) {
    World world = operationCompletion.world();
    ArmId id = ArmId.parse(ResourceReference.idOf(gateway)).orElseThrow();
    Map<String, Set<String>> routes = SiteRoutes.of(world, id);
    long redundant = routes.values().stream().filter(locations -> locations.size() > 1).count();
    int routeScore = routes.isEmpty() ? 0 : (int) (ROUTES * redundant / routes.size());
    String sku = JsonMembers.textOr(JsonMembers.at(gateway, "properties", "sku"), "name", "");
    int zoneScore = new GatewaySize(sku).isZoned() ? ZONES : 0;
    boolean tested =
        StoredSiteFailoverTests.of(world, id).stream()
            .anyMatch(test -> JsonMembers.flag(test, "wasSimulationSuccessful"));
    int testScore = tested ? TESTS : 0;
    ObjectNode body = JsonCodec.object();
    body.put("overallScore", String.valueOf(routeScore + zoneScore + testScore));
    computedNow(world, body);
    ArrayNode components = body.putArray("components");
    components.add(component("Route Resiliency", routeScore, ROUTES));
    components.add(component("Zone Redundancy", zoneScore, ZONES));
    components.add(component("Resiliency Validation", testScore, TESTS));
    return body;
  }

  /** The answer of {@code getRoutesInformation}: prefixes that are learned in the same places. */
  static JsonNode routes(OperationCompletion operationCompletion, ObjectNode gateway) {
    World world = operationCompletion.world();
    ArmId id = ArmId.parse(ResourceReference.idOf(gateway)).orElseThrow();
    ObjectNode body = JsonCodec.object();
    computedNow(world, body);
    body.put("routeSetVersion", String.valueOf(world.now().getEpochSecond()));
    ArrayNode sets = body.putArray("routeSets");
    Map<Set<String>, List<String>> byPlaces = new LinkedHashMap<>();
    SiteRoutes.of(world, id)
        .forEach(
            (prefix, places) ->
                byPlaces.computeIfAbsent(places, key -> new ArrayList<>()).add(prefix));
    byPlaces.forEach((places, prefixes) -> sets.add(set(world, id, places, prefixes, sets.size())));
    ObjectNode circuits = body.putObject("circuitsMetadataMap");
    for (ObjectNode connection : StoredConnections.of(world, id)) {
      StoredSiteFailoverTests.circuit(world, connection)
          .ifPresent(circuit -> circuits.set(ResourceReference.idOf(circuit), metadata(circuit)));
    }
    return body;
  }

  private static void computedNow(World world, ObjectNode body) {
    body.put("lastComputedTime", world.now().toString());
    body.put("nextEligibleComputeTime", world.now().toString());
  }

  private static ObjectNode component(String name, int score, int most) {
    ObjectNode component = JsonCodec.object().put("name", name);
    component.put("currentScore", String.valueOf(score)).put("maxScore", String.valueOf(most));
    component.putArray("recommendations");
    return component;
  }

  private static ObjectNode set(
      World world, ArmId gateway, Set<String> places, List<String> prefixes, int number) {
    ObjectNode set = JsonCodec.object().put("name", "RouteSet" + (number + 1));
    set.set("locations", JsonMembers.texts(List.copyOf(places)));
    ObjectNode details = set.putObject("details");
    for (String prefix : prefixes) {
      ArrayNode sources = details.putArray(prefix);
      for (ObjectNode connection : StoredConnections.of(world, gateway)) {
        Optional<ObjectNode> circuit =
            StoredSiteFailoverTests.circuit(world, connection)
                .filter(each -> SiteRoutes.announced(world, gateway, each).contains(prefix));
        circuit.ifPresent(each -> sources.add(source(connection, each)));
      }
    }
    return set;
  }

  private static ObjectNode source(ObjectNode connection, ObjectNode circuit) {
    boolean session = RoutingLeg.isUp(connection, RoutingLeg.SESSION);
    return JsonCodec.object()
        .put("circuit", ResourceReference.idOf(circuit))
        .put("pri", learned(session && RoutingLeg.isUp(connection, RoutingLeg.PRIMARY)))
        .put("sec", learned(session && RoutingLeg.isUp(connection, RoutingLeg.SECONDARY)));
  }

  private static String learned(boolean up) {
    return up ? "True" : "False";
  }

  private static ObjectNode metadata(ObjectNode circuit) {
    return JsonCodec.object()
        .put("name", JsonMembers.text(circuit, "name"))
        .put("link", ResourceReference.idOf(circuit))
        .put("location", StoredSiteFailoverTests.location(circuit));
  }
}
