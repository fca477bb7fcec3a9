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

/**
 * PUT of an ExpressRoute circuit with the peerings and authorizations inside it. Its service key is
 * known when the operation ends; then the provider may begin.
 */
final class CircuitPut implements ArmOperation {
  private static final int SERVICE_TAGS = 200;

  @Override
  public Answer accept(ArmRequest request) {
    Busy.refuse(request);
    ObjectNode circuit = new CircuitBody(request).build();
    CircuitChecks.check(request, circuit);
    String verb = request.existing().isEmpty() ? "create" : "update";
    return Answer.stored(circuit, Work.lasting("expressRouteCircuits." + verb));
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    World world = completion.world();
    world.resources().change(completion.id(), circuit -> enable(world, circuit));
    completion.succeed();
    world.resources().find(completion.id()).ifPresent(circuit -> Provider.await(world, circuit));
    GlobalReach.refresh(world, completion.id());
    ConnectionStatuses.refresh(world);
    return null;
  }

  /** Nothing is known of a failed change that would have disabled a circuit: it stays as it was. */
  @Override
  public void abandon(World world, ArmId id) {
    world
        .resources()
        .change(
            id,
            circuit -> {
              if (Json.properties(circuit).has("stag")) {
                Json.properties(circuit).put("circuitProvisioningState", "Enabled");
              }
            });
  }

  private static void enable(World world, ObjectNode circuit) {
    ObjectNode properties = Json.properties(circuit);
    properties.put("circuitProvisioningState", "Enabled");
    if (!properties.has("stag")) {
      Json.insertAfter(properties, "allowClassicOperations", "gatewayManagerEtag", Json.value(""));
      properties.put("serviceKey", world.ids().guid());
      properties.put("stag", 1 + world.ids().number(SERVICE_TAGS));
    }
    for (ObjectNode peering : Json.objects(properties, "peerings")) {
      PeeringBody.start(circuit, peering);
    }
  }
}
