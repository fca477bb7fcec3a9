package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.circuit.CircuitAuthorizations;
import io.github.hybridnet.simulator.network.circuit.CircuitErrors;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import org.jspecify.annotations.Nullable;

/**
 * PUT of a connection. A connection to a circuit that is not provisioned is accepted like any
 * other. Then the operation fails, and the connection stays {@code Failed}.
 */
final class ConnectionPut implements ArmOperation {
  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    ObjectNode connection = new ConnectionBody(request).build();
    SentMembers.keep(request, connection);
    ConnectionChecks.check(request, connection);
    String verb = request.existing().isEmpty() ? ".create" : ".update";
    ObjectNode data = JsonCodec.object();
    JsonMembers.copy(JsonMembers.properties(request.body()), data, CircuitAuthorizations.KEY);
    return OperationAnswer.stored(
        connection, TimedWork.lasting(StoredConnections.durations(connection) + verb).with(data));
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    World world = operationCompletion.world();
    ArmId id = operationCompletion.id();
    ObjectNode connection = world.resources().find(id).orElseGet(JsonCodec::object);
    if (StoredConnections.isExpressRoute(connection)) {
      join(operationCompletion, connection);
    } else if (!ConnectionStatuses.isTried(connection)) {
      world.schedule(ConnectionStatuses.TUNNEL_UP, id, "connections.connect", JsonCodec.object());
    }
    operationCompletion.succeed();
    world.resources().changeQuietly(id, ConnectionStatuses::begin);
    ConnectionStatuses.refresh(world);
    return null;
  }

  @Override
  public void abandon(World world, ArmId id) {
    world.resources().changeQuietly(id, ConnectionStatuses::forgetSent);
  }

  private static void join(OperationCompletion operationCompletion, ObjectNode connection) {
    World world = operationCompletion.world();
    ObjectNode circuit =
        StoredConnections.end(connection, "peer")
            .flatMap(id -> world.resources().find(id))
            .orElseThrow(() -> CircuitErrors.vanished(operationCompletion.id()));
    if (!StoredCircuits.isProvisioned(circuit)) {
      throw CircuitErrors.notProvisioned(
          StoredCircuits.providerState(circuit), StoredCircuits.serviceKey(circuit));
    }
    if (StoredCircuits.privatePeering(circuit).isEmpty()) {
      throw CircuitErrors.noPrivatePeering(ResourceReference.idOf(circuit));
    }
    CircuitAuthorizations.redeem(world, circuit, operationCompletion);
  }
}
