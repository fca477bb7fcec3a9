package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** What a VPN gateway of SKU Basic cannot do. */
public final class BasicSkuRule extends ValidationRule {
  public BasicSkuRule() {
    super(
        "HN2034",
        "A VPN gateway that coexists with an ExpressRoute gateway is not of SKU Basic.",
        RuleSources.COEXISTENCE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    if (vpn == null || !vpn.gateway().sku().equals("Basic")) {
      return List.of();
    }
    Gateway gateway = vpn.gateway();
    List<String> reasons = new ArrayList<>();
    if (context.network().expressRoute() != null) {
      reasons.add("coexistence with an ExpressRoute gateway");
    }
    BgpSettings bgpSettings = gateway.bgp();
    if (bgpSettings != null && !Boolean.FALSE.equals(bgpSettings.enabled())) {
      reasons.add("BGP");
    }
    if (Boolean.TRUE.equals(gateway.activeActive())) {
      reasons.add("active-active mode");
    }
    return reasons.stream()
        .map(
            reason ->
                error(
                    "VPN gateway '%s' is of SKU Basic, which does not support %s."
                        .formatted(gateway.name(), reason),
                    gateway.origin().at("sku"),
                    "Write 'VpnGw1AZ' or a larger SKU."))
        .toList();
  }
}
