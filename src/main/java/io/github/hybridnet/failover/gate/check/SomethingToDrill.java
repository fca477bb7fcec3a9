package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.PathReading.Path;
import io.github.hybridnet.failover.gate.Prefixes;

/**
 * ExpressRoute carries something. Source: articles/expressroute/expressroute-routing.md, learned
 * routes.
 */
final class SomethingToDrill extends Gate {
  SomethingToDrill() {
    super(
        "express-route-routes",
        Kind.TAKEOVER,
        "ExpressRoute carries prefixes.",
        "articles/expressroute/expressroute-routing.md");
  }

  @Override
  public GateResult check(Situation situation) {
    Path path = situation.reading().expressRoute();
    if (!path.routing().known()) {
      return warning("What ExpressRoute carries is not known.", "");
    }
    return path.prefixes().isEmpty()
        ? settling(
            "The "
                + situation.target().expressRoute().gateway()
                + " has learned no prefix over ExpressRoute: there is nothing to fail over.",
            "Have the on-premises side announce its prefixes over the circuit.")
        : met("ExpressRoute carries " + Prefixes.some(path.prefixes()) + ".");
  }
}
