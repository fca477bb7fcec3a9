package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;

/** POST of a VPN gateway's reset: it restarts and is {@code Updating} meanwhile. */
final class GatewayReset implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    request
        .world()
        .resources()
        .change(
            request.id(),
            gateway -> ProvisioningStateField.mark(gateway, ProvisioningStateField.UPDATING));
    return OperationAnswer.accepted(TimedWork.lasting("virtualNetworkGateways.vpn.reset"));
  }

  @Override
  public JsonNode complete(OperationCompletion operationCompletion) {
    operationCompletion.succeed();
    return NullNode.instance;
  }
}
