package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredGatewaySubnet;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.Arrays;
import java.util.List;

/** The service's checks of a gateway's SKU and of its subnet. */
final class GatewayChecks {
  /** The longest prefix that has room for two gateways. */
  private static final int COEXISTENCE = 27;

  private final World world;
  private final ResourceRequest request;
  private final ObjectNode gateway;
  private final boolean vpn;
  private final GatewaySize sku;

  GatewayChecks(ResourceRequest request, ObjectNode gateway) {
    this.world = request.world();
    this.request = request;
    this.gateway = gateway;
    this.vpn = StoredGateways.isVpn(gateway);
    this.sku = skuOf(gateway);
  }

  /**
   * Checks a new or changed gateway.
   *
   * @throws ArmException with the service's words for the first thing that is wrong
   */
  void check() {
    checkSku();
    List<ObjectNode> configurations = StoredGateways.ipConfigurations(gateway);
    configurations.forEach(this::checkPlace);
    GatewayAddressChecks addresses = new GatewayAddressChecks(request, vpn, sku);
    configurations.forEach(addresses::check);
    new ActiveActiveChecks(request, gateway).check();
    new RootCertificateChecks(request, gateway).check();
    checkBgpAddress();
  }

  /** A gateway that runs has been given its addresses; a client may only repeat them. */
  private void checkBgpAddress() {
    String[] path = {"properties", "bgpSettings", "bgpPeeringAddress"};
    String sent = JsonMembers.text(request.body(), path);
    String has = request.existing().map(each -> JsonMembers.text(each, path)).orElse(null);
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
          request.id(), vpn ? GatewaySize.VPN : GatewaySize.EXPRESS_ROUTE);
    }
    request.existing().ifPresent(this::checkResize);
    boolean isNew = request.existing().isEmpty();
    if (vpn && isNew && world.behaviour().retirements() && sku.isRetiredForVpn()) {
      throw GatewayErrors.retiredSku();
    }
    String generation = JsonMembers.text(gateway, "properties", "vpnGatewayGeneration");
    if (vpn && isNew && generation != null && !sku.allows(generation)) {
      throw GatewayErrors.wrongGeneration(sku.name(), generation);
    }
  }

  private void checkResize(ObjectNode existing) {
    GatewaySize before = skuOf(existing);
    if (!vpn) {
      if (!sku.follows(before)) {
        throw GatewayErrors.resizeNotAllowed(request.id(), before.name(), sku.name());
      }
      return;
    }
    if (before.isBasic() && !sku.isBasic()) {
      throw GatewayErrors.upgradeFromBasic(request.id());
    }
    String generation =
        JsonMembers.textOr(JsonMembers.properties(gateway), "vpnGatewayGeneration", "None");
    boolean moved =
        !generation.equals(
            JsonMembers.textOr(
                JsonMembers.properties(existing), "vpnGatewayGeneration", generation));
    if (moved || (!sku.equals(before) && !sku.isIn(generation))) {
      throw GatewayErrors.resizeAcrossGenerations();
    }
    if (sku.isBelow(before)) {
      throw GatewayErrors.resizeNotAllowed(request.id(), before.name(), sku.name());
    }
  }

  private void checkPlace(ObjectNode configuration) {
    StoredGatewaySubnet subnet = StoredGatewaySubnet.of(world, configuration);
    if (!subnet.isNamedSo()) {
      throw GatewayErrors.wrongSubnet(request.id(), subnet.id());
    }
    ArmId network = subnet.id().parent();
    checkRegion(network, subnet);
    String type = JsonMembers.text(gateway, "properties", "gatewayType");
    for (ObjectNode other : world.resources().naming(network, NetworkTypes.GATEWAY)) {
      boolean another = !ResourceReference.idOf(other).equalsIgnoreCase(request.id().toString());
      if (another && StoredGateways.isIn(other, network)) {
        if (StoredGateways.isVpn(other) == vpn) {
          throw GatewayErrors.secondOfType(
              network, String.valueOf(type), ResourceReference.idOf(other));
        }
        if (subnet.range().length() > COEXISTENCE) {
          throw GatewayErrors.subnetTooSmall(subnet.id(), COEXISTENCE);
        }
      }
    }
  }

  private void checkRegion(ArmId network, StoredGatewaySubnet subnet) {
    String region =
        world.resources().find(network).map(each -> JsonMembers.text(each, "location")).orElse("");
    if (!region.equals(JsonMembers.text(gateway, "location"))) {
      throw NetworkErrors.absentReference(subnet.id(), request.id());
    }
  }

  private static GatewaySize skuOf(ObjectNode gateway) {
    return new GatewaySize(
        JsonMembers.textOr(JsonMembers.at(gateway, "properties", "sku"), "name", ""));
  }
}
