package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;
import org.jspecify.annotations.Nullable;

/** The keys by which a circuit's owner lets others connect to it: one connection for each. */
final class CircuitAuthorizations {
  static final String KEY = "authorizationKey";

  private static final String USE = "authorizationUseStatus";
  private static final String AVAILABLE = "Available";

  private CircuitAuthorizations() {}

  static Answer put(ArmRequest request) {
    Busy.refuse(request);
    Circuits.refuseFailed(request);
    ObjectNode authorization =
        build(request.world(), request.id(), request.existing().orElse(null));
    String verb = request.existing().isEmpty() ? "create" : "update";
    return Answer.stored(authorization, Work.lasting("authorizations." + verb));
  }

  static ObjectNode build(World world, ArmId id, @Nullable ObjectNode existing) {
    ObjectNode before = Json.properties(existing);
    ObjectNode authorization = Envelope.child(id);
    ObjectNode properties = Json.properties(authorization);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    String key = Json.text(before, KEY);
    properties.put(KEY, key == null ? world.ids().guid() : key);
    properties.put(USE, Json.textOr(before, USE, AVAILABLE));
    Json.copy(before, properties, "connectionResourceUri");
    return authorization;
  }

  /** Uses up the key that a new connection was created with, if any. */
  static void redeem(World world, ObjectNode circuit, Completion connection) {
    String key = Json.text(connection.data(), KEY);
    if (key == null) {
      return;
    }
    ObjectNode found =
        Json.objects(circuit, "properties", "authorizations").stream()
            .filter(each -> key.equals(Json.text(each, "properties", KEY)))
            .filter(each -> isFreeFor(each, connection.id()))
            .findFirst()
            .orElseThrow(() -> CircuitErrors.unknownAuthorization(Reference.idOf(circuit)));
    ArmId.parse(Reference.idOf(found))
        .ifPresent(
            id ->
                world
                    .resources()
                    .changeQuietly(
                        id,
                        stored ->
                            Json.properties(stored)
                                .put(USE, "InUse")
                                .put("connectionResourceUri", connection.id().toString())));
  }

  /** Gives back what a connection used, when it goes. */
  static void release(World world, ArmId connection) {
    for (ObjectNode circuit : world.resources().all(NetworkTypes.CIRCUIT)) {
      for (ObjectNode each : Json.objects(circuit, "properties", "authorizations")) {
        String user = Json.text(each, "properties", "connectionResourceUri");
        if (connection.toString().equalsIgnoreCase(user)) {
          ArmId.parse(Reference.idOf(each)).ifPresent(id -> free(world, id));
        }
      }
    }
  }

  private static void free(World world, ArmId authorization) {
    world
        .resources()
        .changeQuietly(
            authorization,
            stored -> {
              Json.properties(stored).put(USE, AVAILABLE);
              Json.properties(stored).remove("connectionResourceUri");
            });
  }

  private static boolean isFreeFor(ObjectNode authorization, ArmId connection) {
    ObjectNode properties = Json.properties(authorization);
    return Json.textOr(properties, USE, "").equals(AVAILABLE)
        || connection.toString().equalsIgnoreCase(Json.text(properties, "connectionResourceUri"));
  }
}
