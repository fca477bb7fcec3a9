package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.Work;

/** POST of a VPN gateway's reset: it restarts and is {@code Updating} meanwhile. */
final class GatewayReset implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    Busy.refuse(request);
    request
        .world()
        .resources()
        .change(
            request.id(), gateway -> ProvisioningState.mark(gateway, ProvisioningState.UPDATING));
    return Answer.accepted(Work.lasting("virtualNetworkGateways.vpn.reset"));
  }

  @Override
  public JsonNode complete(Completion completion) {
    completion.succeed();
    return NullNode.instance;
  }
}
