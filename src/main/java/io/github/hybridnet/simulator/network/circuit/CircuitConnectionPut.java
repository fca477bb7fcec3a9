package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.GlobalReach;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import org.jspecify.annotations.Nullable;

/** PUT of a connection between the private peerings of two circuits. */
final class CircuitConnectionPut implements ArmOperation {
  private static final int PREFIX_LENGTH = 29;

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    CircuitChecks.refuseFailed(request);
    ObjectNode sent = JsonMembers.properties(request.body());
    ObjectNode before = JsonMembers.properties(request.existing().orElse(null));
    ObjectNode connection = ResourceEnvelope.child(request.id());
    ObjectNode properties = JsonMembers.properties(connection);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    String guid = JsonMembers.text(before, "resourceGuid");
    properties.put("resourceGuid", guid == null ? request.world().ids().guid() : guid);
    properties.set(
        GlobalReach.HERE, JsonCodec.object().put("id", request.id().parent().toString()));
    properties.set(GlobalReach.THERE, there(request));
    properties.put("addressPrefix", prefix(request.id(), sent));
    JsonMembers.copy(sent, properties, "authorizationKey", GlobalReach.IPV6);
    GlobalReach.measure(request.world(), connection);
    String verb = request.existing().isEmpty() ? "create" : "update";
    return OperationAnswer.stored(connection, TimedWork.lasting("peerings." + verb));
  }

  private static JsonNode there(ResourceRequest request) {
    ArmId own = request.id().parent();
    ObjectNode peer =
        ResourceReference.of(request.body(), GlobalReach.THERE, NetworkTypes.PEERING)
            .resolve(request.world(), request.id());
    boolean privately = own.name().equalsIgnoreCase(StoredCircuits.PRIVATE_PEERING);
    boolean same = own.root().toString().equalsIgnoreCase(rootOf(peer));
    if (!privately || same || !isPrivate(peer)) {
      throw NetworkErrors.refused(
          "ExpressRouteCircuitConnectionNeedsTwoPrivatePeerings",
          "Connection %s must join the private peerings of two circuits.".formatted(request.id()));
    }
    return ResourceReference.to(peer);
  }

  private static boolean isPrivate(ObjectNode peering) {
    return StoredCircuits.PRIVATE_PEERING.equalsIgnoreCase(JsonMembers.text(peering, "name"));
  }

  private static String rootOf(ObjectNode peering) {
    return ArmId.parse(ResourceReference.idOf(peering)).map(id -> id.root().toString()).orElse("");
  }

  private static String prefix(ArmId id, ObjectNode sent) {
    String prefix = JsonMembers.text(sent, "addressPrefix");
    if (prefix == null) {
      throw NetworkErrors.missingProperty("addressPrefix", "properties");
    }
    if (AddressPrefixReader.read(prefix, id).length() != PREFIX_LENGTH) {
      throw NetworkErrors.refused(
          "ExpressRouteCircuitConnectionAddressPrefixInvalid",
          "Address prefix %s of connection %s is not a /29.".formatted(prefix, id));
    }
    return prefix;
  }

  /** The circuit at which it is made must be provisioned; of the other one nothing is known. */
  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    ArmId circuit = operationCompletion.id().root();
    operationCompletion
        .world()
        .resources()
        .find(circuit)
        .filter(found -> !StoredCircuits.isProvisioned(found))
        .ifPresent(
            found -> {
              throw CircuitErrors.initiatorNotProvisioned(circuit, found);
            });
    operationCompletion.succeed();
    GlobalReach.refresh(operationCompletion.world(), circuit);
    return null;
  }

  /** A connection that failed says that it is connected, as recorded. */
  @Override
  public void abandon(World world, ArmId id) {
    world.resources().changeQuietly(id, GlobalReach::showConnected);
  }
}
