package io.github.hybridnet.drill.gate;

/**
 * Whether both of Microsoft's edge routers are connected (source:
 * articles/expressroute/designing-for-high-availability-with-expressroute.md).
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
      return warning(
          "It is not known whether both links of the circuit are up: the states of the ExpressRoute"
              + " gateway's BGP peers are not known.",
          "");
    }
    return peers >= LINKS
        ? met("Both edge routers are connected.")
        : warning(
            (peers == 0 ? "None" : "Only one") + " of the circuit's two edge routers is connected.",
            "ask the connectivity provider to repair the missing link. A circuit has two");
  }
}
