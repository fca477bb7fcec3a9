package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of the failover tests of a gateway. */
final class SiteFailoverViews {
  /** The only kind of test that this simulator runs. */
  private static final String SINGLE = "SingleSiteFailover";

  private SiteFailoverViews() {}

  /** The answer of {@code getFailoverAllTestsDetails?type=…&fetchLatest=…}. */
  static JsonNode all(World world, ObjectNode gateway, ObjectNode query) {
    ArmId id = ArmId.parse(Reference.idOf(gateway)).orElseThrow();
    String type = Json.textOr(query, "type", "All");
    boolean wanted = type.equalsIgnoreCase("All") || type.equalsIgnoreCase(SINGLE);
    List<ObjectNode> tests = wanted ? SiteFailoverTests.of(world, id) : List.of();
    ArrayNode body = Json.array();
    for (ObjectNode test : Json.flag(query, "fetchLatest") ? latest(tests) : tests) {
      body.add(summary(world, id, test));
    }
    return body;
  }

  /** The answer of {@code getFailoverSingleTestDetails?peeringLocation=…&failoverTestId=…}. */
  static JsonNode single(World world, ObjectNode gateway, ObjectNode query) {
    ArmId id = ArmId.parse(Reference.idOf(gateway)).orElseThrow();
    String location = Json.textOr(query, SiteFailoverTests.LOCATION, "");
    String guid = Json.textOr(query, "failoverTestId", "");
    ArrayNode body = Json.array();
    SiteFailoverTests.of(world, id).stream()
        .filter(test -> SiteFailoverTests.isAt(test, location))
        .filter(test -> guid.equalsIgnoreCase(Json.text(test, SiteFailoverTests.GUID)))
        .forEach(test -> body.add(details(world, id, test)));
    return body;
  }

  private static Iterable<ObjectNode> latest(List<ObjectNode> tests) {
    Map<String, ObjectNode> byLocation = new LinkedHashMap<>();
    tests.forEach(test -> byLocation.put(Json.textOr(test, SiteFailoverTests.LOCATION, ""), test));
    return byLocation.values();
  }

  private static ObjectNode summary(World world, ArmId gateway, ObjectNode test) {
    ObjectNode view = Json.object();
    Json.copy(test, view, SiteFailoverTests.LOCATION);
    ArrayNode circuits = view.putArray("circuits");
    Json.copy(test, view, SiteFailoverTests.STATUS, "startTime", "endTime");
    ArrayNode connections = view.putArray("connections");
    String location = Json.textOr(test, SiteFailoverTests.LOCATION, "");
    for (ObjectNode connection : SiteFailoverTests.connections(world, gateway, location)) {
      SiteFailoverTests.circuit(world, connection)
          .ifPresent(
              circuit ->
                  circuits.add(
                      named(circuit).put("connectionName", Json.text(connection, "name"))));
      Leg session = Leg.of(connection, Leg.SESSION);
      ObjectNode entry = named(connection);
      entry.put("status", session.up() ? "Connected" : "Disconnected");
      session.since().ifPresent(since -> entry.put("lastUpdatedTime", since.toString()));
      connections.add(entry);
    }
    Json.copy(test, view, SiteFailoverTests.GUID);
    view.put("testType", SINGLE).putArray("issues");
    return view;
  }

  private static ObjectNode named(ObjectNode resource) {
    return Json.object()
        .put("nrpResourceUri", Reference.idOf(resource))
        .put("name", Json.text(resource, "name"));
  }

  private static ObjectNode details(World world, ArmId gateway, ObjectNode test) {
    ObjectNode view = Json.object();
    String location = Json.textOr(test, SiteFailoverTests.LOCATION, "");
    Json.copy(test, view, SiteFailoverTests.LOCATION, SiteFailoverTests.STATUS);
    view.put("startTimeUtc", Json.text(test, "startTime"));
    if (test.has("endTime")) {
      view.put("endTimeUtc", Json.text(test, "endTime"));
    }
    ArrayNode redundant = view.putArray("redundantRoutes");
    ArrayNode alone = view.putArray("nonRedundantRoutes");
    SiteRoutes.of(world, gateway)
        .forEach(
            (prefix, locations) -> {
              List<String> others =
                  locations.stream().filter(each -> !each.equals(location)).toList();
              if (locations.contains(location) && others.isEmpty()) {
                alone.add(prefix);
              } else if (locations.contains(location)) {
                ObjectNode entry = redundant.addObject();
                entry.set("peeringLocations", Json.texts(others));
                entry.set("routes", Json.texts(List.of(prefix)));
              }
            });
    Json.copy(test, view, "wasSimulationSuccessful");
    view.set("failoverConnectionDetails", test.path("details").deepCopy());
    return view;
  }
}
