package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.network.publicip.PublicIpChecks;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.Optional;

/**
 * The service's checks of the public address of a gateway. ExpressRoute gateways need none: the
 * service then assigns one that it does not show.
 *
 * @param request the PUT of the gateway
 * @param vpn whether it is a VPN gateway
 * @param sku its size
 */
record GatewayAddressChecks(ResourceRequest request, boolean vpn, GatewaySize sku) {

  /**
   * Checks the address of one IP configuration.
   *
   * @throws ArmException with the service's words for the first thing that is wrong
   */
  void check(ObjectNode configuration) {
    Optional<ArmId> id = StoredGateways.publicIp(configuration);
    if (id.isEmpty()) {
      if (vpn) {
        throw GatewayErrors.publicIpRequired(request.id());
      }
      return;
    }
    refuseAnother(configuration, id.get());
    ObjectNode address = request.world().resources().find(id.get()).orElseThrow();
    checkRegion(address);
    checkHolder(configuration, address);
    checkSku(address);
  }

  /** An IP configuration keeps the address that it has. */
  private void refuseAnother(ObjectNode configuration, ArmId address) {
    String own = ResourceReference.idOf(configuration);
    boolean another =
        request.existing().stream()
            .flatMap(gateway -> StoredGateways.ipConfigurations(gateway).stream())
            .filter(each -> own.equalsIgnoreCase(ResourceReference.idOf(each)))
            .flatMap(each -> StoredGateways.publicIp(each).stream())
            .anyMatch(before -> !before.equals(address));
    if (another) {
      throw GatewayErrors.addressReplaced();
    }
  }

  private void checkRegion(ObjectNode address) {
    String region = JsonMembers.textOr(request.body(), "location", "");
    if (!JsonMembers.lower(region.replace(" ", "")).equals(region(address))) {
      throw NetworkErrors.absentReference(ResourceReference.idOf(address), request.id());
    }
  }

  private static String region(ObjectNode address) {
    return JsonMembers.textOr(address, "location", "");
  }

  private void checkHolder(ObjectNode configuration, ObjectNode address) {
    String holder = JsonMembers.text(address, "properties", "ipConfiguration", "id");
    String user = ResourceReference.idOf(configuration);
    if (holder != null && !holder.equalsIgnoreCase(user)) {
      throw InUseErrors.publicIpTaken(user, ResourceReference.idOf(address), holder);
    }
  }

  private void checkSku(ObjectNode address) {
    boolean strict = request.existing().isEmpty() && request.world().behaviour().retirements();
    if (!PublicIpChecks.isStandard(address)) {
      if (strict || sku.isZoned()) {
        throw vpn
            ? GatewayErrors.basicAddressOnVpn()
            : GatewayErrors.basicAddressOnExpressRoute(request.id());
      }
      return;
    }
    boolean zonal = !JsonMembers.strings(address, "zones").isEmpty();
    if (vpn && strict && sku.isZoned() && !zonal && AzureLocations.hasZones(region(address))) {
      throw GatewayErrors.zonesRequired();
    }
    if (vpn && request.existing().isEmpty() && !sku.isZoned() && !sku.isBasic() && zonal) {
      throw GatewayErrors.zonesRefused();
    }
  }
}
