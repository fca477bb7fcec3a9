package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The failover tests of ExpressRoute gateways: while one runs for a peering location, the gateway
 * is disconnected from all circuits there. Noted beside the gateway, the oldest first.
 */
final class SiteFailoverTests {
  static final String GUID = "testGuid";
  static final String LOCATION = "peeringLocation";
  static final String STATUS = "status";
  static final String RUNNING = "Running";

  private static final String NOTE = "failoverTests";
  private static final String TESTS = "tests";

  private SiteFailoverTests() {}

  /** Whether a test keeps a connection's gateway from this circuit. */
  static boolean coversCircuit(World world, ObjectNode connection, ObjectNode circuit) {
    return Connections.end(connection, "virtualNetworkGateway1").stream()
        .flatMap(gateway -> of(world, gateway).stream())
        .filter(test -> isAt(test, location(circuit)))
        .anyMatch(test -> List.of(RUNNING, "Stopping").contains(Json.text(test, STATUS)));
  }

  static List<ObjectNode> of(World world, ArmId gateway) {
    return world
        .notes()
        .find(NOTE, gateway)
        .map(note -> Json.objects(note, TESTS))
        .orElse(List.of());
  }

  /** The test that is under way at a location. */
  static Optional<ObjectNode> underWay(World world, ArmId gateway, String location) {
    return of(world, gateway).stream()
        .filter(test -> isAt(test, location) && !test.has("endTime"))
        .findFirst();
  }

  /** Adds a test, or replaces the one with the same guid. */
  static void put(World world, ArmId gateway, ObjectNode test) {
    List<ObjectNode> tests = new ArrayList<>(of(world, gateway));
    tests.removeIf(each -> test.path(GUID).equals(each.path(GUID)));
    tests.add(test);
    ObjectNode note = Json.object();
    note.putArray(TESTS).addAll(tests);
    world.notes().put(NOTE, gateway, note);
  }

  static boolean isAt(ObjectNode test, String location) {
    return normal(Json.textOr(test, LOCATION, "")).equals(normal(location));
  }

  static String location(ObjectNode circuit) {
    return Json.textOr(
        Json.at(circuit, "properties", "serviceProviderProperties"), "peeringLocation", "");
  }

  /** The connections of a gateway to circuits at a location. */
  static List<ObjectNode> connections(World world, ArmId gateway, String location) {
    return Connections.of(world, gateway).stream()
        .filter(Connections::isExpressRoute)
        .filter(
            each ->
                circuit(world, each)
                    .filter(circuit -> normal(location(circuit)).equals(normal(location)))
                    .isPresent())
        .toList();
  }

  static Optional<ObjectNode> circuit(World world, ObjectNode connection) {
    return Connections.end(connection, "peer").flatMap(id -> world.resources().find(id));
  }

  private static String normal(String location) {
    return location.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
