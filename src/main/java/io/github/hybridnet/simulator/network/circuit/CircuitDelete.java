package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import java.util.List;

/** DELETE of a circuit: only one that no connection uses and that the provider has released. */
final class CircuitDelete {
  private CircuitDelete() {}

  /** The check of a deletion. A circuit that the provider still provides fails only at the end. */
  static void refuseDelete(ResourceRequest request) {
    List<String> connections = StoredConnections.naming(request.world(), request.id());
    if (!connections.isEmpty()) {
      throw InUseErrors.circuit(request.id(), connections);
    }
    ConcurrencyGuard.refuse(request);
  }

  /**
   * What happens before a deletion ends; it fails if the provider still provides the circuit.
   *
   * @throws ArmException in that case
   */
  static void finish(OperationCompletion operationCompletion) {
    ObjectNode circuit =
        operationCompletion
            .world()
            .resources()
            .find(operationCompletion.id())
            .orElseGet(JsonCodec::object);
    if (!StoredCircuits.providerState(circuit).equals(StoredCircuits.NOT_PROVISIONED)) {
      throw InUseErrors.circuitNotDeprovisioned();
    }
    ConnectivityProvider.forget(operationCompletion.world(), operationCompletion.id());
  }
}
