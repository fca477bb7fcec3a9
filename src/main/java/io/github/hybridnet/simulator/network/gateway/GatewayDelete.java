package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.publicip.PublicAddressPool;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DELETE of a gateway, which its connections prevent, failed ones too. */
final class GatewayDelete implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    return deletion(request.required()).accept(request);
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    World world = operationCompletion.world();
    ObjectNode gateway =
        world.resources().find(operationCompletion.id()).orElseGet(JsonCodec::object);
    List<ArmId> addresses =
        StoredGateways.ipConfigurations(gateway).stream()
            .flatMap(each -> StoredGateways.publicIp(each).stream())
            .toList();
    deletion(gateway).complete(operationCompletion);
    addresses.forEach(id -> PublicAddressPool.release(world, id));
    return null;
  }

  private static NetworkResourceDeletion deletion(ObjectNode gateway) {
    return new NetworkResourceDeletion(GatewayPut.durations(gateway), GatewayDelete::check);
  }

  private static void check(ResourceRequest request) {
    List<String> connections = StoredConnections.naming(request.world(), request.id());
    if (!connections.isEmpty()) {
      throw InUseErrors.gateway(request.id(), connections);
    }
    ConcurrencyGuard.refuse(request);
  }
}
