package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.BackReferences;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import org.jspecify.annotations.Nullable;

/** PUT of one peering of a virtual network; the other side sees it when the operation ends. */
final class NetworkPeeringPut implements ArmOperation {
  private static final String SYNC = "syncRemoteAddressSpace";

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ArmId networkId = request.id().parent();
    ConcurrencyGuard.defer(request);
    ObjectNode network =
        request
            .world()
            .resources()
            .find(networkId)
            .orElseThrow(() -> ArmErrors.resourceNotFound(networkId));
    boolean sync = "true".equalsIgnoreCase(request.call().query().get(SYNC));
    ObjectNode peering =
        new NetworkPeeringBody(request.world(), request.id(), request.body(), network)
            .build(request.existing().orElse(null), sync);
    NetworkPeeringChecks.check(request.world(), request.id(), peering, network);
    String verb = request.existing().isEmpty() ? "create" : "update";
    return OperationAnswer.stored(peering, TimedWork.lasting("virtualNetworkPeerings." + verb));
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    operationCompletion.succeed();
    BackReferences.refresh(operationCompletion.world(), operationCompletion.id());
    return null;
  }
}
