package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.Optional;

/**
 * Connections between the private peerings of two circuits: each is made at one peering, and the
 * other one shows it among its {@code peeredConnections}. It is connected while both circuits carry
 * private traffic.
 */
final class GlobalReach {
  static final String CONNECTIONS = "connections";
  static final String PEERED = "peeredConnections";
  static final String HERE = "expressRouteCircuitPeering";
  static final String THERE = "peerExpressRouteCircuitPeering";
  static final String IPV6 = "ipv6CircuitConnectionConfig";

  private static final String STATUS = "circuitConnectionStatus";

  private GlobalReach() {}

  /** Brings what both ends show into step with their circuits. */
  static void refresh(World world) {
    for (ObjectNode circuit : world.resources().all(NetworkTypes.CIRCUIT)) {
      for (ObjectNode peering : Json.objects(circuit, "properties", "peerings")) {
        ObjectNode now = peering.deepCopy();
        for (ObjectNode each : Json.objects(now, "properties", CONNECTIONS)) {
          measure(world, each);
        }
        Json.properties(now).set(PEERED, peered(world, peering));
        ArmId.parse(Reference.idOf(peering))
            .filter(id -> !now.equals(peering))
            .ifPresent(id -> set(world, id, now));
      }
    }
  }

  private static void set(World world, ArmId peering, ObjectNode now) {
    world
        .resources()
        .changeQuietly(
            peering,
            stored -> {
              for (String name : List.of(CONNECTIONS, PEERED)) {
                Json.properties(stored).set(name, Json.properties(now).get(name));
              }
            });
  }

  /** Sets the status of a connection, for each family of addresses that it has. */
  static void measure(World world, ObjectNode connection) {
    ObjectNode properties = Json.properties(connection);
    boolean up = carries(world, properties, HERE) && carries(world, properties, THERE);
    properties.put(STATUS, up ? "Connected" : "Disconnected");
    if (properties.get(IPV6) instanceof ObjectNode config) {
      config.put(STATUS, up ? "Connected" : "Disconnected");
    }
  }

  private static boolean carries(World world, ObjectNode properties, String end) {
    return end(properties, end)
        .flatMap(id -> world.resources().find(id.root()))
        .filter(Circuits::carriesPrivateTraffic)
        .isPresent();
  }

  private static Optional<ArmId> end(ObjectNode properties, String name) {
    return Optional.ofNullable(Json.text(properties, name, "id")).flatMap(ArmId::parse);
  }

  private static ArrayNode peered(World world, ObjectNode peering) {
    ArrayNode found = Json.array();
    Optional<ArmId> id = ArmId.parse(Reference.idOf(peering));
    for (ObjectNode circuit : world.resources().all(NetworkTypes.CIRCUIT)) {
      for (ObjectNode other : Json.objects(circuit, "properties", "peerings")) {
        for (ObjectNode each : Json.objects(other, "properties", CONNECTIONS)) {
          if (id.isPresent() && end(Json.properties(each), THERE).equals(id)) {
            found.add(reversed(id.get(), each));
          }
        }
      }
    }
    return found;
  }

  private static ObjectNode reversed(ArmId peering, ObjectNode connection) {
    ObjectNode properties = Json.properties(connection);
    String guid = Json.textOr(Json.properties(connection), "resourceGuid", "");
    ObjectNode entry = Envelope.child(peering.child("peerConnections", guid));
    ObjectNode shown = Json.properties(entry);
    shown.put("provisioningState", ProvisioningState.of(connection));
    shown.set(HERE, copy(properties, THERE));
    shown.set(THERE, copy(properties, HERE));
    Json.copy(properties, shown, "addressPrefix");
    shown.put(STATUS, Json.textOr(properties, STATUS, "Disconnected"));
    shown.put("connectionName", Json.textOr(connection, "name", ""));
    shown.put("authResourceGuid", "");
    return entry;
  }

  private static JsonNode copy(ObjectNode properties, String name) {
    JsonNode value = properties.get(name);
    return value == null ? Json.object() : value.deepCopy();
  }
}
