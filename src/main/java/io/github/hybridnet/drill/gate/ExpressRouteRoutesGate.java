package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PrefixCoverage;

/**
 * ExpressRoute carries something. Source: articles/expressroute/expressroute-routing.md, learned
 * routes.
 */
final class ExpressRouteRoutesGate extends DrillGate {
  ExpressRouteRoutesGate() {
    super(
        "express-route-routes",
        GateKind.TAKEOVER,
        "ExpressRoute carries prefixes.",
        "articles/expressroute/expressroute-routing.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    Path path = gateContext.reading().expressRoute();
    if (!path.routing().known()) {
      return warning("What ExpressRoute carries is not known.", "");
    }
    return path.prefixes().isEmpty()
        ? settling(
            "The "
                + gateContext.target().expressRoute().gateway()
                + " has learned no prefix over ExpressRoute: there is nothing to fail over.",
            "Have the on-premises side announce its prefixes over the circuit.")
        : met("ExpressRoute carries " + PrefixCoverage.some(path.prefixes()) + ".");
  }
}
