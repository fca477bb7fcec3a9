package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Coexistence needs a route-based VPN gateway. */
public final class RouteBasedVpnRule extends ValidationRule {
  public RouteBasedVpnRule() {
    super("HN2035", "The VPN gateway is route-based.", RuleSources.COEXISTENCE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    if (vpn == null || !"PolicyBased".equals(vpn.gateway().vpnType())) {
      return List.of();
    }
    return List.of(
        error(
            ("VPN gateway '%s' is policy-based; only a route-based one can coexist with an"
                    + " ExpressRoute gateway.")
                .formatted(vpn.gateway().name()),
            vpn.gateway().origin().at("vpnType"),
            "Write 'RouteBased'."));
  }
}
