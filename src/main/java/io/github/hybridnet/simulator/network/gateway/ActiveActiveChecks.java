package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.publicip.PublicIpChecks;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The service's checks of an active-active gateway: two IP configurations, three beside clients, on
 * addresses of the same kind.
 *
 * @param request the PUT of the gateway
 * @param gateway as it would be stored
 */
record ActiveActiveChecks(ResourceRequest request, ObjectNode gateway) {

  /**
   * Checks the gateway, if it is active-active.
   *
   * @throws ArmException with the service's words for the first thing that is wrong
   */
  void check() {
    ObjectNode properties = JsonMembers.properties(gateway);
    if (!JsonMembers.flag(properties, "activeActive")) {
      return;
    }
    List<ObjectNode> configurations = StoredGateways.ipConfigurations(gateway);
    boolean clients =
        !JsonMembers.strings(
                properties, "vpnClientConfiguration", "vpnClientAddressPool", "addressPrefixes")
            .isEmpty();
    if (clients && configurations.size() != 3) {
      throw GatewayErrors.activeActiveNeedsThree(request.id(), configurations.size());
    }
    if (!clients && configurations.size() != 2) {
      throw GatewayErrors.activeActiveNeedsTwo(request.id(), configurations.size());
    }
    if (configurations.stream().map(this::kind).distinct().count() > 1) {
      throw GatewayErrors.addressesDiffer(request.id());
    }
  }

  private String kind(ObjectNode configuration) {
    return StoredGateways.publicIp(configuration)
        .flatMap(id -> request.world().resources().find(id))
        .map(
            address -> {
              Set<String> zones = new TreeSet<>(JsonMembers.strings(address, "zones"));
              return PublicIpChecks.isStandard(address)
                  + " "
                  + PublicIpChecks.isStatic(address)
                  + " "
                  + zones;
            })
        .orElse("none");
  }
}
