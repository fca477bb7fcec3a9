package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.arm.Work;

/** PATCH of a gateway's tags, which takes as long as any change of a gateway. */
final class GatewayPatch implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    Busy.defer(request);
    ObjectNode gateway = TagsPatch.apply(request);
    return Answer.patchedSlowly(gateway, Work.lasting(GatewayPut.durations(gateway) + ".update"));
  }
}
