package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DELETE of a gateway, which its connections prevent, failed ones too. */
final class GatewayDelete implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    return deletion(request.required()).accept(request);
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    World world = completion.world();
    ObjectNode gateway = world.resources().find(completion.id()).orElseGet(Json::object);
    List<ArmId> addresses =
        Gateways.ipConfigurations(gateway).stream()
            .flatMap(each -> Gateways.publicIp(each).stream())
            .toList();
    deletion(gateway).complete(completion);
    addresses.forEach(id -> PublicAddresses.release(world, id));
    return null;
  }

  private static Deletion deletion(ObjectNode gateway) {
    return new Deletion(GatewayPut.durations(gateway), GatewayDelete::check);
  }

  private static void check(ArmRequest request) {
    List<String> connections = Connections.naming(request.world(), request.id());
    if (!connections.isEmpty()) {
      throw InUseErrors.gateway(request.id(), connections);
    }
    Busy.refuse(request);
  }
}
