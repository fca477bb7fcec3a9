package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;

/**
 * Both of Microsoft's edge routers are there. Source:
 * articles/expressroute/designing-for-high-availability-with-expressroute.md.
 */
final class BothLinks extends Gate {
  private static final int LINKS = 2;

  BothLinks() {
    super(
        "both-links",
        Kind.ADVICE,
        "Both links of the circuit are up.",
        "articles/expressroute/designing-for-high-availability-with-expressroute.md");
  }

  @Override
  public GateResult check(Situation situation) {
    int peers = situation.reading().expressRoute().peersConnected();
    if (peers < 0) {
      return warning("The BGP peers of the ExpressRoute gateway are not known.", "");
    }
    return peers >= LINKS
        ? met("Both edge routers are connected.")
        : warning(
            "Of the two edge routers of the circuit "
                + (peers == 0 ? "none is" : "only one is")
                + " connected.",
            "Ask the provider for the other link: a circuit has two.");
  }
}
