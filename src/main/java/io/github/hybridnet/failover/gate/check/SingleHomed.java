package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Properties;

/**
 * The site has more than one circuit. Source:
 * articles/expressroute/use-s2s-vpn-as-backup-for-expressroute-privatepeering.md, considerations.
 */
final class SingleHomed extends Gate {
  SingleHomed() {
    super(
        "single-homed",
        Kind.NOTE,
        "The site does not depend on one circuit and a VPN alone.",
        "articles/expressroute/use-s2s-vpn-as-backup-for-expressroute-privatepeering.md");
  }

  @Override
  public GateResult check(Situation situation) {
    boolean multiHomed =
        situation
            .resource(situation.target().expressRoute().gateway())
            .map(gateway -> Properties.text(gateway, "resiliencyModel"))
            .filter("MultiHomed"::equalsIgnoreCase)
            .isPresent();
    return multiHomed || !OtherCircuits.of(situation).isEmpty()
        ? met("The site has more than one circuit.")
        : warning(
            "ExpressRoute is one circuit in one place. Microsoft advises against a VPN as the only"
                + " backup of traffic that needs low latency or high bandwidth.",
            "For such traffic have a second circuit in another peering location.");
  }
}
