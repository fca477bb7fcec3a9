package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.Work;
import org.jspecify.annotations.Nullable;

/** PUT of a connection between the private peerings of two circuits. */
final class CircuitConnectionPut implements ArmOperation {
  private static final int PREFIX_LENGTH = 29;

  @Override
  public Answer accept(ArmRequest request) {
    Busy.refuse(request);
    ObjectNode sent = Json.properties(request.body());
    ObjectNode before = Json.properties(request.existing().orElse(null));
    ObjectNode connection = Envelope.child(request.id());
    ObjectNode properties = Json.properties(connection);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    String guid = Json.text(before, "resourceGuid");
    properties.put("resourceGuid", guid == null ? request.world().ids().guid() : guid);
    properties.set(GlobalReach.HERE, Json.object().put("id", request.id().parent().toString()));
    properties.set(GlobalReach.THERE, there(request));
    properties.put("addressPrefix", prefix(request.id(), sent));
    Json.copy(sent, properties, "authorizationKey", GlobalReach.IPV6);
    GlobalReach.measure(request.world(), connection);
    String verb = request.existing().isEmpty() ? "create" : "update";
    return Answer.stored(connection, Work.lasting("peerings." + verb));
  }

  private static JsonNode there(ArmRequest request) {
    ArmId own = request.id().parent();
    ObjectNode peer =
        Reference.of(request.body(), GlobalReach.THERE, NetworkTypes.PEERING)
            .resolve(request.world(), request.id());
    boolean privately = own.name().equalsIgnoreCase(Circuits.PRIVATE_PEERING);
    boolean same = own.root().toString().equalsIgnoreCase(rootOf(peer));
    if (!privately || same || !isPrivate(peer)) {
      throw NetworkErrors.refused(
          "ExpressRouteCircuitConnectionNeedsTwoPrivatePeerings",
          "Connection %s must join the private peerings of two circuits.".formatted(request.id()));
    }
    return Reference.to(peer);
  }

  private static boolean isPrivate(ObjectNode peering) {
    return Circuits.PRIVATE_PEERING.equalsIgnoreCase(Json.text(peering, "name"));
  }

  private static String rootOf(ObjectNode peering) {
    return ArmId.parse(Reference.idOf(peering)).map(id -> id.root().toString()).orElse("");
  }

  private static String prefix(ArmId id, ObjectNode sent) {
    String prefix = Json.text(sent, "addressPrefix");
    if (prefix == null) {
      throw NetworkErrors.missingProperty("addressPrefix", "properties");
    }
    if (AddressSpace.read(prefix, id).length() != PREFIX_LENGTH) {
      throw NetworkErrors.refused(
          "ExpressRouteCircuitConnectionAddressPrefixInvalid",
          "Address prefix %s of connection %s is not a /29.".formatted(prefix, id));
    }
    return prefix;
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    completion.succeed();
    GlobalReach.refresh(completion.world(), completion.id().root());
    return null;
  }
}
