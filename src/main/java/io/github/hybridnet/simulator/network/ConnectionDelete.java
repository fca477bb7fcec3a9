package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import org.jspecify.annotations.Nullable;

/** DELETE of a connection; an authorization that it used is available again. */
final class ConnectionDelete implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    String durations = Connections.durations(request.required());
    Answer answer = new Deletion(durations, Busy::refuse).accept(request);
    ConnectionStatuses.refresh(request.world());
    return answer;
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    completion.world().cancel(ConnectionStatuses.TUNNEL_UP, completion.id());
    CircuitAuthorizations.release(completion.world(), completion.id());
    // The duration only matters when the deletion begins.
    return new Deletion("connections", request -> {}).complete(completion);
  }
}
