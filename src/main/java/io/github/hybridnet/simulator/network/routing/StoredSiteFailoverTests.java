package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The failover tests of ExpressRoute gateways: while one runs for a peering location, the gateway
 * is disconnected from all circuits there. Noted beside the gateway, the oldest first.
 */
public final class StoredSiteFailoverTests {
  public static final String GUID = "testGuid";
  public static final String LOCATION = "peeringLocation";
  public static final String STATUS = "status";
  public static final String RUNNING = "Running";

  private static final String NOTE = "failoverTests";
  private static final String TESTS = "tests";

  private StoredSiteFailoverTests() {}

  /** Whether a test keeps a connection's gateway from this circuit. */
  static boolean coversCircuit(World world, ObjectNode connection, ObjectNode circuit) {
    return StoredConnections.end(connection, "virtualNetworkGateway1").stream()
        .flatMap(gateway -> of(world, gateway).stream())
        .filter(test -> isAt(test, location(circuit)))
        .anyMatch(test -> List.of(RUNNING, "Stopping").contains(JsonMembers.text(test, STATUS)));
  }

  public static List<ObjectNode> of(World world, ArmId gateway) {
    return world
        .notes()
        .find(NOTE, gateway)
        .map(note -> JsonMembers.objects(note, TESTS))
        .orElse(List.of());
  }

  /** The test that is under way at a location. */
  public static Optional<ObjectNode> underWay(World world, ArmId gateway, String location) {
    return of(world, gateway).stream()
        .filter(test -> isAt(test, location) && !test.has("endTime"))
        .findFirst();
  }

  /** Adds a test, or replaces the one with the same guid. */
  public static void put(World world, ArmId gateway, ObjectNode test) {
    List<ObjectNode> tests = new ArrayList<>(of(world, gateway));
    tests.removeIf(each -> test.path(GUID).equals(each.path(GUID)));
    tests.add(test);
    ObjectNode note = JsonCodec.object();
    note.putArray(TESTS).addAll(tests);
    world.notes().put(NOTE, gateway, note);
  }

  public static boolean isAt(ObjectNode test, String location) {
    return normal(JsonMembers.textOr(test, LOCATION, "")).equals(normal(location));
  }

  public static String location(ObjectNode circuit) {
    return JsonMembers.textOr(
        JsonMembers.at(circuit, "properties", "serviceProviderProperties"), "peeringLocation", "");
  }

  /** The connections of a gateway to circuits at a location. */
  public static List<ObjectNode> connections(World world, ArmId gateway, String location) {
    return StoredConnections.of(world, gateway).stream()
        .filter(StoredConnections::isExpressRoute)
        .filter(
            each ->
                circuit(world, each)
                    .filter(circuit -> normal(location(circuit)).equals(normal(location)))
                    .isPresent())
        .toList();
  }

  public static Optional<ObjectNode> circuit(World world, ObjectNode connection) {
    return StoredConnections.end(connection, "peer").flatMap(id -> world.resources().find(id));
  }

  private static String normal(String location) {
    return location.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
