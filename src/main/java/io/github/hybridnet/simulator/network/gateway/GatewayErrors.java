package io.github.hybridnet.simulator.network.gateway;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.List;

/**
 * Errors about virtual network gateways. Those marked so are known to be refused, but neither a
 * recording nor a report gives their code and text.
 */
final class GatewayErrors {
  private GatewayErrors() {}

  static ArmException skuNotAllowed(Object gateway, List<String> allowed) {
    return NetworkErrors.refused(
        "InvalidGatewaySkuSpecifiedForGatewayDeploymentType",
        ("Virtual network gateway Sku specified is not valid for gateway %s with DeploymentType"
                + " VMScaleSet. The allowed Skus are %s.")
            .formatted(gateway, String.join(",", allowed)));
  }

  static ArmException retiredSku() {
    return NetworkErrors.refused(
        "NonAzSkusNotAllowedForVPNGateway",
        "VpnGw1-5 non-AZ SKUs are no longer supported for VPN gateways. Only VpnGw1-5AZ SKUs can be"
            + " created going forward.");
  }

  static ArmException upgradeFromBasic(Object gateway) {
    return NetworkErrors.refused(
        "CustomerGatewayUpgradeFromBasicNotAllowed",
        "Upgrade from Basic SKU not allowed for Gateway %s. Please delete and recreate if needed."
            .formatted(gateway));
  }

  /** An ExpressRoute gateway grows within its family: documented, code and text not evidenced. */
  static ArmException resizeNotAllowed(Object gateway, String from, String to) {
    return NetworkErrors.refused(
        "VirtualNetworkGatewaySkuChangeNotAllowed",
        "The Sku of gateway %s cannot be changed from %s to %s.".formatted(gateway, from, to));
  }

  static ArmException wrongGeneration(String sku, String generation) {
    return NetworkErrors.refused(
        "VirtualNetworkGatewaySkuCannotBeCreatedForSpecifiedVmGeneration",
        ("The Virtual Network Gateway Sku %s cannot be used when VirtualNetworkVpnGatewayGeneration"
                + " is set to %s.")
            .formatted(sku, generation));
  }

  static ArmException bgpAddressChanged(Object gateway) {
    return NetworkErrors.refused(
        "VirtualNetworkGatewayBgpPeeringAddressCannotBeModified",
        "The BgpPeeringAddress for the virtual network gateway %s cannot be modified"
            .formatted(gateway));
  }

  static ArmException publicIpRequired(Object gateway) {
    return NetworkErrors.refused(
        "PublicIpForGatewayIsRequired",
        "Public IP address reference is required for gateway IP configration %s."
            .formatted(gateway));
  }

  static ArmException basicAddressOnVpn() {
    return NetworkErrors.refused(
        "PublicIpWithBasicSkuNotAllowedOnVPNGateways",
        "Basic IP configuration for VPN Virtual Network Gateways is not supported. Follow the link"
            + " for more details : https://go.microsoft.com/fwlink/p/?linkid=2241350");
  }

  static ArmException basicAddressOnExpressRoute(Object gateway) {
    return NetworkErrors.refused(
        "PublicIpWithBasicSkuNotAllowedOnExpressRouteGateways",
        ("Basic IP configuration for ExpressRoute Virtual Network Gateways is not supported. Please"
                + " create and associate a Standard IP. %s")
            .formatted(gateway));
  }

  static ArmException zonesRequired() {
    return NetworkErrors.refused(
        "VmssVpnGatewayPublicIpsMustHaveZonesConfigured",
        "Standard Public IPs associated with VPN Gateways with AZ VPN skus must have zones"
            + " configured.");
  }

  /** Two gateways of one type in a network: refused by the service, code and text unknown. */
  static ArmException secondOfType(Object network, String type, String other) {
    return NetworkErrors.refused(
        "VirtualNetworkGatewayOfSameTypeAlreadyExists",
        "Virtual network %s already has a gateway of type %s: %s.".formatted(network, type, other));
  }

  /** No addresses left for a second gateway: refused by the service, code and text unknown. */
  static ArmException subnetTooSmall(Object subnet, int needed) {
    return NetworkErrors.refused(
        "GatewaySubnetIsTooSmall",
        "Subnet %s is too small for the gateways. It must be /%d or larger."
            .formatted(subnet, needed));
  }

  /** Another subnet than GatewaySubnet: refused by the service, code and text unknown. */
  static ArmException wrongSubnet(Object gateway, Object subnet) {
    return NetworkErrors.refused(
        "InvalidGatewaySubnet",
        "Gateway %s must be in a subnet named GatewaySubnet and not in %s."
            .formatted(gateway, subnet));
  }

  static ArmException resizeAcrossGenerations() {
    return NetworkErrors.refused(
        "CrossSeriesOrCrossGatewayGenenrationResizeNotSupported",
        "Resize from ASeries to DSeries or vice versa and Resize across"
            + " VirtualNetworkVpnGatewayGenerations are not supported.");
  }

  static ArmException zonesRefused() {
    return NetworkErrors.refused(
        "RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured",
        "Standard Public IPs associated with VPN gateways with non-AZ VPN skus cannot have zones"
            + " configured.");
  }

  /** Another address on a gateway that exists: reported to end like this. */
  static ArmException addressReplaced() {
    return ArmError.provider(500, "InternalServerError", "An error occurred.").exception();
  }

  /** Public report (Azure/azure-libraries-for-java issue 1287), without the text. */
  static ArmException noCertificate(Object certificate) {
    return NetworkErrors.refused(
        "VpnClientRootCertificateDataInvalid",
        "The data of root certificate %s are no certificate.".formatted(certificate));
  }

  /** Public report (Azure/azure-cli issue 26753). */
  static ArmException certificateExpired(Object certificate) {
    return NetworkErrors.refused(
        "VpnClientRootCertificateExpired",
        "Root certificate %s is expired. Please remove this certificate and retry."
            .formatted(certificate));
  }

  static ArmException activeActiveNeedsTwo(Object gateway, int configurations) {
    return NetworkErrors.refused(
        "ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations",
        ("Gateway has %d IP configurations specified for gateway %s. ActiveActive Gateway must be"
                + " created with two IP configurations.")
            .formatted(configurations, gateway));
  }

  /** The service mixes up number and gateway in this text. */
  static ArmException activeActiveNeedsThree(Object gateway, int configurations) {
    return NetworkErrors.refused(
        "ActiveActiveP2SGatewayMustHaveExactlyThreeIpConfigurations",
        ("Gateway %d has %s IP configurations specified for gateway. ActiveActive Gateway with Vpn"
                + " client configuration must be created with three IP configurations.")
            .formatted(configurations, gateway));
  }

  static ArmException addressesDiffer(Object gateway) {
    return NetworkErrors.refused(
        "ActiveActiveGatewayPublicIPAddressesDiffersInSkuOrZones",
        ("Virtual network gateway %s in active active mode is using PublicIPAddresses either with"
                + " different Skus or with different PublicIPAllocationMethod or from a different"
                + " availability zones. Networking does not support using resources from multiple"
                + " zones. Networking also does not support using both regional resources and zonal"
                + " resources.")
            .formatted(gateway));
  }
}
