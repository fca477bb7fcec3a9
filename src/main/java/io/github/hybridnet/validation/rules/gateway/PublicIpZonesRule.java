package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** A zone-redundant VPN gateway has a public address with zones. */
public final class PublicIpZonesRule extends ValidationRule {
  public PublicIpZonesRule() {
    super(
        "HN2080",
        "The public IP address of a VPN gateway with an AZ SKU has zones.",
        "Azure Resource Manager, error VmssVpnGatewayPublicIpsMustHaveZonesConfigured");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    // The SKU that will be created decides, also where a retired one is declared.
    GatewayDeclaration vpn = context.network().withModernSkus().vpn();
    if (vpn == null || vpn.gateway().type() != GatewayType.VPN) {
      return List.of();
    }
    Gateway gateway = vpn.gateway();
    PublicIp address = gateway.publicIp();
    List<String> zones = address.zones();
    if (zones == null || !zones.isEmpty() || !gateway.sku().endsWith("AZ")) {
      return List.of();
    }
    return List.of(
        error(
            "VPN gateway '%s' has the SKU '%s', and its public IP address is declared without zones."
                .formatted(gateway.name(), gateway.sku()),
            address.origin().at("zones"),
            "Remove zones. The address then gets the zones of its region, if it has any."));
  }
}
