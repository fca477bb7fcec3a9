package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Locations;
import java.util.Optional;

/**
 * What the service demands of the public address of a gateway. ExpressRoute gateways may go
 * without: the service then assigns one that it does not show.
 *
 * @param request the PUT of the gateway
 * @param vpn whether it is a VPN gateway
 * @param sku its size
 */
record GatewayAddressChecks(ArmRequest request, boolean vpn, GatewaySku sku) {

  /**
   * Checks the address of one IP configuration.
   *
   * @throws ArmException with the service's words for the first thing that is wrong
   */
  void check(ObjectNode configuration) {
    Optional<ArmId> id = Gateways.publicIp(configuration);
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
    String own = Reference.idOf(configuration);
    boolean another =
        request.existing().stream()
            .flatMap(gateway -> Gateways.ipConfigurations(gateway).stream())
            .filter(each -> own.equalsIgnoreCase(Reference.idOf(each)))
            .flatMap(each -> Gateways.publicIp(each).stream())
            .anyMatch(before -> !before.equals(address));
    if (another) {
      throw GatewayErrors.addressReplaced();
    }
  }

  private void checkRegion(ObjectNode address) {
    String region = Json.textOr(request.body(), "location", "");
    if (!Json.lower(region.replace(" ", "")).equals(region(address))) {
      throw NetworkErrors.absentReference(Reference.idOf(address), request.id());
    }
  }

  private static String region(ObjectNode address) {
    return Json.textOr(address, "location", "");
  }

  private void checkHolder(ObjectNode configuration, ObjectNode address) {
    String holder = Json.text(address, "properties", "ipConfiguration", "id");
    String user = Reference.idOf(configuration);
    if (holder != null && !holder.equalsIgnoreCase(user)) {
      throw InUseErrors.publicIpTaken(user, Reference.idOf(address), holder);
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
    boolean zonal = !Json.strings(address, "zones").isEmpty();
    if (vpn && strict && sku.isZoned() && !zonal && Locations.hasZones(region(address))) {
      throw GatewayErrors.zonesRequired();
    }
    if (vpn && request.existing().isEmpty() && !sku.isZoned() && !sku.isBasic() && zonal) {
      throw GatewayErrors.zonesRefused();
    }
  }
}
