package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import org.jspecify.annotations.Nullable;

/** DELETE of one peering of a circuit, which connections over it do not survive. */
final class PeeringDelete implements ArmOperation {
  private final Deletion deletion = new Deletion("peerings", Busy::refuse);

  @Override
  public Answer accept(ArmRequest request) {
    return deletion.accept(request);
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    deletion.complete(completion);
    completion.world().resources().changeQuietly(completion.id().parent(), Circuits::countChange);
    return null;
  }
}
