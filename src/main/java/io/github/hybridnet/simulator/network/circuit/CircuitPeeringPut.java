package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.GlobalReach;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import org.jspecify.annotations.Nullable;

/** PUT of one peering of a circuit. */
final class CircuitPeeringPut implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    CircuitChecks.refuseFailed(request);
    ObjectNode sent = CircuitPeeringState.read(request.world(), request.body());
    ObjectNode peering =
        CircuitPeeringBody.build(request.id(), sent, request.existing().orElse(null));
    SentMembers.keep(request, peering);
    String verb = request.existing().isEmpty() ? "create" : "update";
    return OperationAnswer.stored(peering, TimedWork.lasting("peerings." + verb));
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    World world = operationCompletion.world();
    ArmId circuitId = operationCompletion.id().parent();
    ObjectNode circuit = world.resources().find(circuitId).orElseGet(JsonCodec::object);
    boolean microsoft = operationCompletion.id().name().equalsIgnoreCase("MicrosoftPeering");
    String tier = JsonMembers.textOr(JsonMembers.at(circuit, "sku"), "tier", "");
    if (microsoft && !tier.equals("Premium")) {
      throw CircuitErrors.microsoftPeeringNeedsPremium(tier);
    }
    world
        .resources()
        .change(operationCompletion.id(), peering -> CircuitPeeringBody.start(circuit, peering));
    operationCompletion.succeed();
    world.resources().changeQuietly(circuitId, StoredCircuits::countChange);
    GlobalReach.refresh(world, circuitId);
    ConnectionStatuses.refresh(world);
    return null;
  }
}
