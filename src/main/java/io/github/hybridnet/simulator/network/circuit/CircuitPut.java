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
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.GlobalReach;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import org.jspecify.annotations.Nullable;

/**
 * PUT of an ExpressRoute circuit with the peerings and authorizations inside it. Its service key is
 * known when the operation ends; then the provider may begin.
 */
final class CircuitPut implements ArmOperation {
  private static final int SERVICE_TAGS = 200;

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    ObjectNode circuit = new CircuitBody(request).build();
    SentMembers.keep(request, circuit);
    CircuitChecks.check(request, circuit);
    String verb = request.existing().isEmpty() ? "create" : "update";
    return OperationAnswer.stored(circuit, TimedWork.lasting("expressRouteCircuits." + verb));
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    World world = operationCompletion.world();
    world.resources().change(operationCompletion.id(), circuit -> enable(world, circuit));
    operationCompletion.succeed();
    world
        .resources()
        .find(operationCompletion.id())
        .ifPresent(circuit -> ConnectivityProvider.await(world, circuit));
    GlobalReach.refresh(world, operationCompletion.id());
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
              if (JsonMembers.properties(circuit).has("stag")) {
                JsonMembers.properties(circuit).put("circuitProvisioningState", "Enabled");
              }
            });
  }

  private static void enable(World world, ObjectNode circuit) {
    ObjectNode properties = JsonMembers.properties(circuit);
    properties.put("circuitProvisioningState", "Enabled");
    if (!properties.has("stag")) {
      JsonMembers.insertAfter(
          properties, "allowClassicOperations", "gatewayManagerEtag", JsonMembers.value(""));
      properties.put("serviceKey", world.ids().guid());
      properties.put("stag", 1 + world.ids().number(SERVICE_TAGS));
    }
    for (ObjectNode peering : JsonMembers.objects(properties, "peerings")) {
      CircuitPeeringBody.start(circuit, peering);
    }
  }
}
