package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;
import org.jspecify.annotations.Nullable;

/**
 * PUT of a connection. One to a circuit that its provider has not provisioned is accepted like any
 * other; then the operation fails and the connection stays, {@code Failed}.
 */
final class ConnectionPut implements ArmOperation {
  @Override
  public Answer accept(ArmRequest request) {
    Busy.refuse(request);
    ObjectNode connection = new ConnectionBody(request).build();
    ConnectionChecks.check(request, connection);
    String verb = request.existing().isEmpty() ? ".create" : ".update";
    ObjectNode data = Json.object();
    Json.copy(Json.properties(request.body()), data, CircuitAuthorizations.KEY);
    return Answer.stored(
        connection, Work.lasting(Connections.durations(connection) + verb).with(data));
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    World world = completion.world();
    ArmId id = completion.id();
    ObjectNode connection = world.resources().find(id).orElseGet(Json::object);
    if (Connections.isExpressRoute(connection)) {
      join(completion, connection);
    } else if (!ConnectionStatuses.isTried(connection)) {
      world.schedule(ConnectionStatuses.TUNNEL_UP, id, "connections.connect", Json.object());
    }
    completion.succeed();
    world.resources().changeQuietly(id, ConnectionStatuses::begin);
    ConnectionStatuses.refresh(world);
    return null;
  }

  private static void join(Completion completion, ObjectNode connection) {
    World world = completion.world();
    ObjectNode circuit =
        Connections.end(connection, "peer")
            .flatMap(id -> world.resources().find(id))
            .orElseThrow(() -> CircuitErrors.vanished(completion.id()));
    if (!Circuits.isProvisioned(circuit)) {
      throw CircuitErrors.notProvisioned(
          Circuits.providerState(circuit), Circuits.serviceKey(circuit));
    }
    if (Circuits.privatePeering(circuit).isEmpty()) {
      throw CircuitErrors.noPrivatePeering(Reference.idOf(circuit));
    }
    CircuitAuthorizations.redeem(world, circuit, completion);
  }
}
