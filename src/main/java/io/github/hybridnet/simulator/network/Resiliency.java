package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
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
final class Resiliency {
  private static final int ROUTES = 60;
  private static final int ZONES = 20;
  private static final int TESTS = 20;

  private Resiliency() {}

  /** The answer of {@code getResiliencyInformation}. */
  static JsonNode information(World world, ObjectNode gateway, ObjectNode query) {
    ArmId id = ArmId.parse(Reference.idOf(gateway)).orElseThrow();
    Map<String, Set<String>> routes = SiteRoutes.of(world, id);
    long redundant = routes.values().stream().filter(locations -> locations.size() > 1).count();
    int routeScore = routes.isEmpty() ? 0 : (int) (ROUTES * redundant / routes.size());
    String sku = Json.textOr(Json.at(gateway, "properties", "sku"), "name", "");
    int zoneScore = new GatewaySku(sku).isZoned() ? ZONES : 0;
    boolean tested =
        SiteFailoverTests.of(world, id).stream()
            .anyMatch(test -> Json.flag(test, "wasSimulationSuccessful"));
    int testScore = tested ? TESTS : 0;
    ObjectNode body = Json.object();
    body.put("overallScore", String.valueOf(routeScore + zoneScore + testScore));
    computedNow(world, body);
    ArrayNode components = body.putArray("components");
    components.add(component("Route Resiliency", routeScore, ROUTES));
    components.add(component("Zone Redundancy", zoneScore, ZONES));
    components.add(component("Resiliency Validation", testScore, TESTS));
    return body;
  }

  /** The answer of {@code getRoutesInformation}: prefixes that are learned in the same places. */
  static JsonNode routes(World world, ObjectNode gateway, ObjectNode query) {
    ArmId id = ArmId.parse(Reference.idOf(gateway)).orElseThrow();
    ObjectNode body = Json.object();
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
    for (ObjectNode connection : Connections.of(world, id)) {
      SiteFailoverTests.circuit(world, connection)
          .ifPresent(circuit -> circuits.set(Reference.idOf(circuit), metadata(circuit)));
    }
    return body;
  }

  private static void computedNow(World world, ObjectNode body) {
    body.put("lastComputedTime", world.now().toString());
    body.put("nextEligibleComputeTime", world.now().toString());
  }

  private static ObjectNode component(String name, int score, int most) {
    ObjectNode component = Json.object().put("name", name);
    component.put("currentScore", String.valueOf(score)).put("maxScore", String.valueOf(most));
    component.putArray("recommendations");
    return component;
  }

  private static ObjectNode set(
      World world, ArmId gateway, Set<String> places, List<String> prefixes, int number) {
    ObjectNode set = Json.object().put("name", "RouteSet" + (number + 1));
    set.set("locations", Json.texts(List.copyOf(places)));
    ObjectNode details = set.putObject("details");
    for (String prefix : prefixes) {
      ArrayNode sources = details.putArray(prefix);
      for (ObjectNode connection : Connections.of(world, gateway)) {
        Optional<ObjectNode> circuit =
            SiteFailoverTests.circuit(world, connection)
                .filter(each -> SiteRoutes.announced(world, gateway, each).contains(prefix));
        circuit.ifPresent(each -> sources.add(source(connection, each)));
      }
    }
    return set;
  }

  private static ObjectNode source(ObjectNode connection, ObjectNode circuit) {
    boolean session = Leg.isUp(connection, Leg.SESSION);
    return Json.object()
        .put("circuit", Reference.idOf(circuit))
        .put("pri", learned(session && Leg.isUp(connection, Leg.PRIMARY)))
        .put("sec", learned(session && Leg.isUp(connection, Leg.SECONDARY)));
  }

  private static String learned(boolean up) {
    return up ? "True" : "False";
  }

  private static ObjectNode metadata(ObjectNode circuit) {
    return Json.object()
        .put("name", Json.text(circuit, "name"))
        .put("link", Reference.idOf(circuit))
        .put("location", SiteFailoverTests.location(circuit));
  }
}
