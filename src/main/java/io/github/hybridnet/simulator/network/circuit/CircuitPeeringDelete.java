package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;
import org.jspecify.annotations.Nullable;

/** DELETE of one peering of a circuit, which connections over it do not survive. */
final class CircuitPeeringDelete implements ArmOperation {
  private final NetworkResourceDeletion networkResourceDeletion =
      new NetworkResourceDeletion("peerings", ConcurrencyGuard::refuse);

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    return networkResourceDeletion.accept(request);
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    networkResourceDeletion.complete(operationCompletion);
    operationCompletion
        .world()
        .resources()
        .changeQuietly(operationCompletion.id().parent(), StoredCircuits::countChange);
    return null;
  }
}
