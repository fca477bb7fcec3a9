package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.World;
import java.util.Arrays;
import java.util.List;

/** What the service demands of a gateway's SKU and of its place in the network. */
final class GatewayChecks {
  /** The longest prefix in which two gateways find room. */
  private static final int COEXISTENCE = 27;

  private final World world;
  private final ArmRequest request;
  private final ObjectNode gateway;
  private final boolean vpn;
  private final GatewaySku sku;

  GatewayChecks(ArmRequest request, ObjectNode gateway) {
    this.world = request.world();
    this.request = request;
    this.gateway = gateway;
    this.vpn = Gateways.isVpn(gateway);
    this.sku = skuOf(gateway);
  }

  /**
   * Checks a new or changed gateway.
   *
   * @throws ArmException with the service's words for the first thing that is wrong
   */
  void check() {
    checkSku();
    List<ObjectNode> configurations = Gateways.ipConfigurations(gateway);
    configurations.forEach(this::checkPlace);
    GatewayAddressChecks addresses = new GatewayAddressChecks(request, vpn, sku);
    configurations.forEach(addresses::check);
    new ActiveActiveChecks(request, gateway).check();
    checkBgpAddress();
  }

  /** A gateway that runs has been given its addresses; a client may only repeat them. */
  private void checkBgpAddress() {
    String[] path = {"properties", "bgpSettings", "bgpPeeringAddress"};
    String sent = Json.text(request.body(), path);
    String has = request.existing().map(each -> Json.text(each, path)).orElse(null);
    if (!vpn || sent == null || sent.isBlank() || has == null || has.isBlank()) {
      return;
    }
    List<String> standing = Arrays.stream(has.split(",")).map(String::strip).toList();
    if (!standing.containsAll(Arrays.stream(sent.split(",")).map(String::strip).toList())) {
      throw GatewayErrors.bgpAddressChanged(request.id());
    }
  }

  private void checkSku() {
    if (!sku.fits(vpn)) {
      throw GatewayErrors.skuNotAllowed(
          request.id(), vpn ? GatewaySku.VPN : GatewaySku.EXPRESS_ROUTE);
    }
    request.existing().ifPresent(this::checkResize);
    boolean isNew = request.existing().isEmpty();
    if (vpn && isNew && world.behaviour().retirements() && sku.isRetiredForVpn()) {
      throw GatewayErrors.retiredSku();
    }
    String generation = Json.text(gateway, "properties", "vpnGatewayGeneration");
    if (vpn && isNew && generation != null && !sku.allows(generation)) {
      throw GatewayErrors.wrongGeneration(sku.name(), generation);
    }
  }

  private void checkResize(ObjectNode existing) {
    GatewaySku before = skuOf(existing);
    if (!vpn) {
      if (!sku.follows(before)) {
        throw GatewayErrors.resizeNotAllowed(request.id(), before.name(), sku.name());
      }
      return;
    }
    if (before.isBasic() && !sku.isBasic()) {
      throw GatewayErrors.upgradeFromBasic(request.id());
    }
    String generation = Json.textOr(Json.properties(gateway), "vpnGatewayGeneration", "None");
    boolean moved =
        !generation.equals(
            Json.textOr(Json.properties(existing), "vpnGatewayGeneration", generation));
    if (moved || (!sku.equals(before) && !sku.isIn(generation))) {
      throw GatewayErrors.resizeAcrossGenerations();
    }
    if (sku.isBelow(before)) {
      throw GatewayErrors.resizeNotAllowed(request.id(), before.name(), sku.name());
    }
  }

  private void checkPlace(ObjectNode configuration) {
    GatewaySubnet subnet = GatewaySubnet.of(world, configuration);
    if (!subnet.isNamedSo()) {
      throw GatewayErrors.wrongSubnet(request.id(), subnet.id());
    }
    ArmId network = subnet.id().parent();
    checkRegion(network, subnet);
    String type = Json.text(gateway, "properties", "gatewayType");
    for (ObjectNode other : world.resources().naming(network, NetworkTypes.GATEWAY)) {
      boolean another = !Reference.idOf(other).equalsIgnoreCase(request.id().toString());
      if (another && Gateways.isIn(other, network)) {
        if (Gateways.isVpn(other) == vpn) {
          throw GatewayErrors.secondOfType(network, String.valueOf(type), Reference.idOf(other));
        }
        if (subnet.range().length() > COEXISTENCE) {
          throw GatewayErrors.subnetTooSmall(subnet.id(), COEXISTENCE);
        }
      }
    }
  }

  private void checkRegion(ArmId network, GatewaySubnet subnet) {
    String region =
        world.resources().find(network).map(each -> Json.text(each, "location")).orElse("");
    if (!region.equals(Json.text(gateway, "location"))) {
      throw NetworkErrors.absentReference(subnet.id(), request.id());
    }
  }

  private static GatewaySku skuOf(ObjectNode gateway) {
    return new GatewaySku(Json.textOr(Json.at(gateway, "properties", "sku"), "name", ""));
  }
}
