package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.RoutingLeg;
import io.github.hybridnet.simulator.network.routing.SiteRoutes;
import io.github.hybridnet.simulator.network.routing.StoredSiteFailoverTests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the calls about failover tests of a gateway return. */
final class SiteFailoverViews {
  /** The only kind of test that this simulator runs. */
  private static final String SINGLE = "SingleSiteFailover";

  private SiteFailoverViews() {}

  /** The answer of {@code getFailoverAllTestsDetails?type=…&fetchLatest=…}. */
  static JsonNode all(OperationCompletion operationCompletion, ObjectNode gateway) {
    World world = operationCompletion.world();
    ObjectNode query = operationCompletion.data();
    ArmId id = ArmId.parse(ResourceReference.idOf(gateway)).orElseThrow();
    String type = JsonMembers.textOr(query, "type", "All");
    boolean wanted = type.equalsIgnoreCase("All") || type.equalsIgnoreCase(SINGLE);
    List<ObjectNode> tests = wanted ? StoredSiteFailoverTests.of(world, id) : List.of();
    ArrayNode body = JsonMembers.array();
    for (ObjectNode test : JsonMembers.flag(query, "fetchLatest") ? latest(tests) : tests) {
      body.add(summary(world, id, test));
    }
    return body;
  }

  /** The answer of {@code getFailoverSingleTestDetails?peeringLocation=…&failoverTestId=…}. */
  static JsonNode single(OperationCompletion operationCompletion, ObjectNode gateway) {
    World world = operationCompletion.world();
    ObjectNode query = operationCompletion.data();
    ArmId id = ArmId.parse(ResourceReference.idOf(gateway)).orElseThrow();
    String location = JsonMembers.textOr(query, StoredSiteFailoverTests.LOCATION, "");
    String guid = JsonMembers.textOr(query, "failoverTestId", "");
    ArrayNode body = JsonMembers.array();
    StoredSiteFailoverTests.of(world, id).stream()
        .filter(test -> StoredSiteFailoverTests.isAt(test, location))
        .filter(test -> guid.equalsIgnoreCase(JsonMembers.text(test, StoredSiteFailoverTests.GUID)))
        .forEach(test -> body.add(details(world, id, test)));
    return body;
  }

  private static Iterable<ObjectNode> latest(List<ObjectNode> tests) {
    Map<String, ObjectNode> byLocation = new LinkedHashMap<>();
    tests.forEach(
        test ->
            byLocation.put(JsonMembers.textOr(test, StoredSiteFailoverTests.LOCATION, ""), test));
    return byLocation.values();
  }

  private static ObjectNode summary(World world, ArmId gateway, ObjectNode test) {
    ObjectNode view = JsonCodec.object();
    JsonMembers.copy(test, view, StoredSiteFailoverTests.LOCATION);
    ArrayNode circuits = view.putArray("circuits");
    JsonMembers.copy(test, view, StoredSiteFailoverTests.STATUS, "startTime", "endTime");
    ArrayNode connections = view.putArray("connections");
    String location = JsonMembers.textOr(test, StoredSiteFailoverTests.LOCATION, "");
    for (ObjectNode connection : StoredSiteFailoverTests.connections(world, gateway, location)) {
      StoredSiteFailoverTests.circuit(world, connection)
          .ifPresent(
              circuit ->
                  circuits.add(
                      named(circuit).put("connectionName", JsonMembers.text(connection, "name"))));
      RoutingLeg session = RoutingLeg.of(connection, RoutingLeg.SESSION);
      ObjectNode entry = named(connection);
      entry.put("status", session.up() ? "Connected" : "Disconnected");
      session.since().ifPresent(since -> entry.put("lastUpdatedTime", since.toString()));
      connections.add(entry);
    }
    JsonMembers.copy(test, view, StoredSiteFailoverTests.GUID);
    view.put("testType", SINGLE).putArray("issues");
    return view;
  }

  private static ObjectNode named(ObjectNode resource) {
    return JsonCodec.object()
        .put("nrpResourceUri", ResourceReference.idOf(resource))
        .put("name", JsonMembers.text(resource, "name"));
  }

  private static ObjectNode details(World world, ArmId gateway, ObjectNode test) {
    ObjectNode view = JsonCodec.object();
    String location = JsonMembers.textOr(test, StoredSiteFailoverTests.LOCATION, "");
    JsonMembers.copy(test, view, StoredSiteFailoverTests.LOCATION, StoredSiteFailoverTests.STATUS);
    view.put("startTimeUtc", JsonMembers.text(test, "startTime"));
    if (test.has("endTime")) {
      view.put("endTimeUtc", JsonMembers.text(test, "endTime"));
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
                entry.set("peeringLocations", JsonMembers.texts(others));
                entry.set("routes", JsonMembers.texts(List.of(prefix)));
              }
            });
    JsonMembers.copy(test, view, "wasSimulationSuccessful");
    view.set("failoverConnectionDetails", test.path("details").deepCopy());
    return view;
  }
}
