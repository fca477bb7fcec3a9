package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** The type of VPN means nothing to an ExpressRoute gateway. */
public final class ExpressRouteVpnTypeRule extends ValidationRule {
  public ExpressRouteVpnTypeRule() {
    super("HN2092", "vpnType has no effect on an ExpressRoute gateway.", RuleSources.ARCHITECTURE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration declaration = context.network().expressRoute();
    if (declaration == null || declaration.gateway().type() != GatewayType.EXPRESS_ROUTE) {
      return List.of();
    }
    Gateway gateway = declaration.gateway();
    // The reference architecture writes RouteBased, which is harmless.
    if (gateway.vpnType() == null || gateway.vpnType().equals("RouteBased")) {
      return List.of();
    }
    return List.of(
        finding(
            Severity.INFO,
            "vpnType '%s' of ExpressRoute gateway '%s' is not sent: Azure ignores it there."
                .formatted(gateway.vpnType(), gateway.name()),
            gateway.origin().at("vpnType"),
            "Remove vpnType."));
  }
}
