package io.github.hybridnet.simulator.network.gateway;

import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import java.util.List;

/** DELETE of a local network gateway, which its connections prevent. */
final class LocalGatewayDelete {
  private LocalGatewayDelete() {}

  /**
   * The check of a deletion.
   *
   * @throws ArmException if it is in use
   */
  static void refuseDelete(ResourceRequest request) {
    List<String> connections = StoredConnections.naming(request.world(), request.id());
    if (!connections.isEmpty()) {
      throw InUseErrors.localGateway(request.id(), connections);
    }
    ConcurrencyGuard.refuse(request);
  }
}
