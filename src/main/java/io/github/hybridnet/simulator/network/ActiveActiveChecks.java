package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the service demands of an active-active gateway: two IP configurations, three beside
 * clients, on addresses of the same kind.
 *
 * @param request the PUT of the gateway
 * @param gateway as it would be stored
 */
record ActiveActiveChecks(ArmRequest request, ObjectNode gateway) {

  /**
   * Checks the gateway, if it is active-active.
   *
   * @throws ArmException with the service's words for the first thing that is wrong
   */
  void check() {
    ObjectNode properties = Json.properties(gateway);
    if (!Json.flag(properties, "activeActive")) {
      return;
    }
    List<ObjectNode> configurations = Gateways.ipConfigurations(gateway);
    boolean clients =
        !Json.strings(
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
    return Gateways.publicIp(configuration)
        .flatMap(id -> request.world().resources().find(id))
        .map(
            address -> {
              Set<String> zones = new TreeSet<>(Json.strings(address, "zones"));
              return PublicIpChecks.isStandard(address)
                  + " "
                  + PublicIpChecks.isStatic(address)
                  + " "
                  + zones;
            })
        .orElse("none");
  }
}
