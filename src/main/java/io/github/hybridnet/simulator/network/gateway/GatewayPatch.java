package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;

/** PATCH of a gateway's tags, which takes as long as any change of a gateway. */
final class GatewayPatch implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.defer(request);
    ObjectNode gateway = TagsPatch.apply(request);
    return OperationAnswer.patchedSlowly(
        gateway, TimedWork.lasting(GatewayPut.durations(gateway) + ".update"));
  }
}
