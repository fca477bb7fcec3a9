package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Connections between the private peerings of two circuits: each is made at one peering, and the
 * other one shows it among its {@code peeredConnections}. It is connected while both circuits carry
 * private traffic.
 */
public final class GlobalReach {
  public static final String CONNECTIONS = "connections";
  public static final String PEERED = "peeredConnections";
  public static final String HERE = "expressRouteCircuitPeering";
  public static final String THERE = "peerExpressRouteCircuitPeering";
  public static final String IPV6 = "ipv6CircuitConnectionConfig";

  private static final String STATUS = "circuitConnectionStatus";
  private static final String CONNECTED = "Connected";

  private GlobalReach() {}

  /** Updates what both ends of this circuit's connections show of their circuits. */
  public static void refresh(World world, ArmId changed) {
    if (!changed.type().equals(NetworkTypes.CIRCUIT)) {
      return;
    }
    Set<ArmId> near = near(world, changed);
    // One end shows what the other one says, which must be right first.
    near.forEach(id -> refresh(world, id, GlobalReach::measureAll));
    near.forEach(id -> refresh(world, id, GlobalReach::showPeered));
  }

  /** The circuit, those that it connects itself with, and those that connect themselves with it. */
  private static Set<ArmId> near(World world, ArmId changed) {
    Set<ArmId> found = new LinkedHashSet<>(List.of(changed));
    world.resources().find(changed).stream()
        .flatMap(circuit -> connections(circuit).stream())
        .flatMap(each -> end(JsonMembers.properties(each), THERE).stream())
        .forEach(id -> found.add(id.root()));
    world.resources().naming(changed, NetworkTypes.CIRCUIT).stream()
        .flatMap(circuit -> ArmId.parse(ResourceReference.idOf(circuit)).stream())
        .forEach(found::add);
    return found;
  }

  private static void refresh(World world, ArmId circuit, BiConsumer<World, ObjectNode> change) {
    for (ObjectNode peering :
        peerings(world.resources().find(circuit).orElseGet(JsonCodec::object))) {
      ObjectNode now = peering.deepCopy();
      change.accept(world, now);
      ArmId.parse(ResourceReference.idOf(peering))
          .filter(id -> !now.equals(peering))
          .ifPresent(id -> set(world, id, now));
    }
  }

  private static void measureAll(World world, ObjectNode peering) {
    JsonMembers.objects(peering, "properties", CONNECTIONS).forEach(each -> measure(world, each));
  }

  private static void showPeered(World world, ObjectNode peering) {
    JsonMembers.properties(peering).set(PEERED, peered(world, peering));
  }

  private static List<ObjectNode> peerings(ObjectNode circuit) {
    return JsonMembers.objects(circuit, "properties", "peerings");
  }

  private static List<ObjectNode> connections(ObjectNode circuit) {
    return peerings(circuit).stream()
        .flatMap(peering -> JsonMembers.objects(peering, "properties", CONNECTIONS).stream())
        .toList();
  }

  private static void set(World world, ArmId peering, ObjectNode now) {
    world
        .resources()
        .changeQuietly(
            peering,
            stored -> {
              for (String name : List.of(CONNECTIONS, PEERED)) {
                JsonMembers.copy(JsonMembers.properties(now), JsonMembers.properties(stored), name);
              }
            });
  }

  /** Sets the status of a connection, for each family of addresses that it has. */
  public static void measure(World world, ObjectNode connection) {
    ObjectNode properties = JsonMembers.properties(connection);
    boolean up = carries(world, properties, HERE) && carries(world, properties, THERE);
    show(properties, up ? CONNECTED : "Disconnected");
  }

  /** Sets the status of a connection that is up, whatever its circuits are. */
  public static void showConnected(ObjectNode connection) {
    show(JsonMembers.properties(connection), CONNECTED);
  }

  private static void show(ObjectNode properties, String status) {
    properties.put(STATUS, status);
    if (properties.get(IPV6) instanceof ObjectNode config) {
      config.put(STATUS, status);
    }
  }

  private static boolean carries(World world, ObjectNode properties, String end) {
    return end(properties, end)
        .flatMap(id -> world.resources().find(id.root()))
        .filter(StoredCircuits::carriesPrivateTraffic)
        .isPresent();
  }

  private static Optional<ArmId> end(ObjectNode properties, String name) {
    return Optional.ofNullable(JsonMembers.text(properties, name, "id")).flatMap(ArmId::parse);
  }

  private static ArrayNode peered(World world, ObjectNode peering) {
    ArrayNode found = JsonMembers.array();
    ArmId id = ArmId.parse(ResourceReference.idOf(peering)).orElseThrow();
    for (ObjectNode circuit : world.resources().naming(id, NetworkTypes.CIRCUIT)) {
      for (ObjectNode each : connections(circuit)) {
        if (end(JsonMembers.properties(each), THERE).filter(id::equals).isPresent()) {
          found.add(reversed(id, each));
        }
      }
    }
    return found;
  }

  private static ObjectNode reversed(ArmId peering, ObjectNode connection) {
    ObjectNode properties = JsonMembers.properties(connection);
    String guid = JsonMembers.textOr(JsonMembers.properties(connection), "resourceGuid", "");
    ObjectNode entry = ResourceEnvelope.child(peering.child("peerConnections", guid));
    ObjectNode shown = JsonMembers.properties(entry);
    shown.put("provisioningState", ProvisioningStateField.of(connection));
    shown.set(HERE, copy(properties, THERE));
    shown.set(THERE, copy(properties, HERE));
    JsonMembers.copy(properties, shown, "addressPrefix");
    shown.put(STATUS, JsonMembers.textOr(properties, STATUS, "Disconnected"));
    shown.put("connectionName", JsonMembers.textOr(connection, "name", ""));
    shown.put("authResourceGuid", "");
    return entry;
  }

  private static JsonNode copy(ObjectNode properties, String name) {
    JsonNode value = properties.get(name);
    return value == null ? JsonCodec.object() : value.deepCopy();
  }
}
