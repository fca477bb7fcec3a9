package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;
import org.jspecify.annotations.Nullable;

/** PUT of a virtual network gateway: what it stands on is taken at once, it runs much later. */
final class GatewayPut implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    Busy.defer(request);
    ObjectNode gateway = new GatewayBody(request).build();
    new GatewayChecks(request, gateway).check();
    BackReferences.refreshFor(request.world(), gateway);
    String verb = request.existing().isEmpty() ? ".create" : ".update";
    return Answer.stored(gateway, Work.lasting(durations(gateway) + verb));
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    World world = completion.world();
    completion.succeed();
    world
        .resources()
        .find(completion.id())
        .ifPresent(
            gateway ->
                Gateways.ipConfigurations(gateway).stream()
                    .flatMap(each -> Gateways.publicIp(each).stream())
                    .forEach(id -> PublicAddresses.assignAttached(world, id)));
    world.resources().change(completion.id(), gateway -> start(world, gateway));
    BackReferences.refresh(world, completion.id());
    ConnectionStatuses.refresh(world);
    return null;
  }

  private static void start(World world, ObjectNode gateway) {
    ObjectNode properties = Json.properties(gateway);
    if (!properties.has("virtualNetworkGatewayMigrationStatus")) {
      Json.insertAfter(
          properties,
          "isMigrateToCSES",
          "virtualNetworkGatewayMigrationStatus",
          Json.object().put("state", "None").put("phase", "None").put("errorMessage", ""));
    }
    if (!Gateways.isVpn(gateway) && !properties.has("adminState")) {
      Json.insertAfter(properties, "allowVirtualWanTraffic", "adminState", Json.value(""));
    }
    VpnClientBody.start(properties);
    GatewayBgp.start(world, gateway);
  }

  /** The first words of the keys under which durations of this gateway's operations are kept. */
  static String durations(JsonNode gateway) {
    return "virtualNetworkGateways." + (Gateways.isVpn(gateway) ? "vpn" : "expressRoute");
  }
}
