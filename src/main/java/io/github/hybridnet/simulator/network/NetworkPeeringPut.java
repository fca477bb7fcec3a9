package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import org.jspecify.annotations.Nullable;

/** PUT of one peering of a virtual network; the other side sees it when the operation ends. */
final class NetworkPeeringPut implements ArmOperation {
  private static final String SYNC = "syncRemoteAddressSpace";

  @Override
  public Answer accept(ArmRequest request) {
    ArmId networkId = request.id().parent();
    Busy.defer(request);
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
    return Answer.stored(peering, Work.lasting("virtualNetworkPeerings." + verb));
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    completion.succeed();
    BackReferences.refresh(completion.world(), completion.id());
    return null;
  }
}
