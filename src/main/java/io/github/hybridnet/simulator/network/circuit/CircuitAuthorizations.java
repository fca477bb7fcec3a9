package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import org.jspecify.annotations.Nullable;

/** The authorizations of a circuit: with each key another subscription may make one connection. */
public final class CircuitAuthorizations {
  public static final String KEY = "authorizationKey";

  private static final String USE = "authorizationUseStatus";
  private static final String AVAILABLE = "Available";

  private CircuitAuthorizations() {}

  static OperationAnswer put(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    CircuitChecks.refuseFailed(request);
    ObjectNode authorization =
        build(request.world(), request.id(), request.existing().orElse(null));
    String verb = request.existing().isEmpty() ? "create" : "update";
    return OperationAnswer.stored(authorization, TimedWork.lasting("authorizations." + verb));
  }

  static ObjectNode build(World world, ArmId id, @Nullable ObjectNode existing) {
    ObjectNode before = JsonMembers.properties(existing);
    ObjectNode authorization = ResourceEnvelope.child(id);
    ObjectNode properties = JsonMembers.properties(authorization);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    String key = JsonMembers.text(before, KEY);
    properties.put(KEY, key == null ? world.ids().guid() : key);
    properties.put(USE, JsonMembers.textOr(before, USE, AVAILABLE));
    JsonMembers.copy(before, properties, "connectionResourceUri");
    return authorization;
  }

  /** Uses up the key that a new connection was created with, if any. */
  public static void redeem(World world, ObjectNode circuit, OperationCompletion connection) {
    String key = JsonMembers.text(connection.data(), KEY);
    if (key == null) {
      return;
    }
    ObjectNode found =
        JsonMembers.objects(circuit, "properties", "authorizations").stream()
            .filter(each -> key.equals(JsonMembers.text(each, "properties", KEY)))
            .filter(each -> isFreeFor(each, connection.id()))
            .findFirst()
            .orElseThrow(() -> CircuitErrors.unknownAuthorization(ResourceReference.idOf(circuit)));
    ArmId.parse(ResourceReference.idOf(found))
        .ifPresent(
            id ->
                world
                    .resources()
                    .changeQuietly(
                        id,
                        stored ->
                            JsonMembers.properties(stored)
                                .put(USE, "InUse")
                                .put("connectionResourceUri", connection.id().toString())));
  }

  /** Makes the authorization of a deleted connection available again. */
  public static void release(World world, ArmId connection) {
    for (ObjectNode circuit : world.resources().all(NetworkTypes.CIRCUIT)) {
      for (ObjectNode each : JsonMembers.objects(circuit, "properties", "authorizations")) {
        String user = JsonMembers.text(each, "properties", "connectionResourceUri");
        if (connection.toString().equalsIgnoreCase(user)) {
          ArmId.parse(ResourceReference.idOf(each)).ifPresent(id -> free(world, id));
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
              JsonMembers.properties(stored).put(USE, AVAILABLE);
              JsonMembers.properties(stored).remove("connectionResourceUri");
            });
  }

  private static boolean isFreeFor(ObjectNode authorization, ArmId connection) {
    ObjectNode properties = JsonMembers.properties(authorization);
    return JsonMembers.textOr(properties, USE, "").equals(AVAILABLE)
        || connection
            .toString()
            .equalsIgnoreCase(JsonMembers.text(properties, "connectionResourceUri"));
  }
}
