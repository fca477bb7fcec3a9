package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PrefixCoverage;

/**
 * Whether ExpressRoute carries prefixes (source: articles/expressroute/expressroute-routing.md,
 * learned routes).
 */
final class ExpressRouteRoutesGate extends DrillGate {
  ExpressRouteRoutesGate() {
    super(
        "express-route-routes",
        GateKind.TAKEOVER,
        "The ExpressRoute gateway has learned prefixes over ExpressRoute.",
        "articles/expressroute/expressroute-routing.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    Path path = gateContext.reading().expressRoute();
    if (!path.routing().known()) {
      return warning(
          "It is not known which prefixes ExpressRoute carries, because the learned routes could"
              + " not be read.",
          "");
    }
    return path.prefixes().isEmpty()
        ? settling(
            "The "
                + gateContext.target().expressRoute().gateway().quoted()
                + " has learned no prefix over ExpressRoute, so there is nothing to fail over.",
            "have the on-premises side announce its prefixes over the circuit")
        : met("ExpressRoute carries " + PrefixCoverage.some(path.prefixes()) + ".");
  }
}
