package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.publicip.PublicAddressPool;
import io.github.hybridnet.simulator.network.relation.BackReferences;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import org.jspecify.annotations.Nullable;

/**
 * PUT of a virtual network gateway: its subnet and addresses are in use at once, it runs much
 * later.
 */
final class GatewayPut implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.defer(request);
    ObjectNode gateway = new GatewayBody(request).build();
    SentMembers.keep(request, gateway);
    new GatewayChecks(request, gateway).check();
    BackReferences.refreshFor(request.world(), gateway);
    String verb = request.existing().isEmpty() ? ".create" : ".update";
    return OperationAnswer.stored(gateway, TimedWork.lasting(durations(gateway) + verb));
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    World world = operationCompletion.world();
    operationCompletion.succeed();
    world
        .resources()
        .find(operationCompletion.id())
        .ifPresent(
            gateway ->
                StoredGateways.ipConfigurations(gateway).stream()
                    .flatMap(each -> StoredGateways.publicIp(each).stream())
                    .forEach(id -> PublicAddressPool.assignAttached(world, id)));
    world.resources().change(operationCompletion.id(), gateway -> start(world, gateway));
    BackReferences.refresh(world, operationCompletion.id());
    ConnectionStatuses.refresh(world);
    return null;
  }

  private static void start(World world, ObjectNode gateway) {
    ObjectNode properties = JsonMembers.properties(gateway);
    if (!properties.has("virtualNetworkGatewayMigrationStatus")) {
      JsonMembers.insertAfter(
          properties,
          "isMigrateToCSES",
          "virtualNetworkGatewayMigrationStatus",
          JsonCodec.object().put("state", "None").put("phase", "None").put("errorMessage", ""));
    }
    if (!StoredGateways.isVpn(gateway) && !properties.has("adminState")) {
      JsonMembers.insertAfter(
          properties, "allowVirtualWanTraffic", "adminState", JsonMembers.value(""));
    }
    VpnClientBody.start(properties);
    GatewayBgp.start(world, gateway);
  }

  /** The first words of the keys under which durations of this gateway's operations are kept. */
  static String durations(JsonNode gateway) {
    return "virtualNetworkGateways." + (StoredGateways.isVpn(gateway) ? "vpn" : "expressRoute");
  }
}
