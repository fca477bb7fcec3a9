package io.github.hybridnet.drill.gate;

/**
 * Both of Microsoft's edge routers are there. Source:
 * articles/expressroute/designing-for-high-availability-with-expressroute.md.
 */
final class CircuitLinksGate extends DrillGate {
  private static final int LINKS = 2;

  CircuitLinksGate() {
    super(
        "both-links",
        GateKind.ADVICE,
        "Both links of the circuit are up.",
        "articles/expressroute/designing-for-high-availability-with-expressroute.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    int peers = gateContext.reading().expressRoute().peersConnected();
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
