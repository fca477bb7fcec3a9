package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.network.circuit.CircuitAuthorizations;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;
import org.jspecify.annotations.Nullable;

/** DELETE of a connection; an authorization that it used is available again. */
final class ConnectionDelete implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    String durations = StoredConnections.durations(request.required());
    OperationAnswer operationAnswer =
        new NetworkResourceDeletion(durations, ConcurrencyGuard::refuse).accept(request);
    ConnectionStatuses.refresh(request.world());
    return operationAnswer;
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    operationCompletion.world().cancel(ConnectionStatuses.TUNNEL_UP, operationCompletion.id());
    CircuitAuthorizations.release(operationCompletion.world(), operationCompletion.id());
    // The duration only matters when the deletion begins.
    return new NetworkResourceDeletion("connections", request -> {}).complete(operationCompletion);
  }
}
