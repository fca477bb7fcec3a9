package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;
import org.jspecify.annotations.Nullable;

/** PUT of one peering of a circuit. */
final class PeeringPut implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    Busy.refuse(request);
    Circuits.refuseFailed(request);
    ObjectNode peering =
        PeeringBody.build(request.id(), request.body(), request.existing().orElse(null));
    String verb = request.existing().isEmpty() ? "create" : "update";
    return Answer.stored(peering, Work.lasting("peerings." + verb));
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    World world = completion.world();
    ArmId circuitId = completion.id().parent();
    ObjectNode circuit = world.resources().find(circuitId).orElseGet(Json::object);
    boolean microsoft = completion.id().name().equalsIgnoreCase("MicrosoftPeering");
    String tier = Json.textOr(Json.at(circuit, "sku"), "tier", "");
    if (microsoft && !tier.equals("Premium")) {
      throw CircuitErrors.microsoftPeeringNeedsPremium(tier);
    }
    world.resources().change(completion.id(), peering -> PeeringBody.start(circuit, peering));
    completion.succeed();
    world.resources().changeQuietly(circuitId, Circuits::countChange);
    GlobalReach.refresh(world, circuitId);
    ConnectionStatuses.refresh(world);
    return null;
  }
}
