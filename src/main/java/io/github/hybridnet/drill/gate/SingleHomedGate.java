package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualGateway;

/**
 * Whether the site has more than one circuit (source:
 * articles/expressroute/use-s2s-vpn-as-backup-for-expressroute-privatepeering.md, considerations).
 */
final class SingleHomedGate extends DrillGate {
  SingleHomedGate() {
    super(
        "single-homed",
        GateKind.NOTE,
        "The site does not depend on one circuit and a VPN alone.",
        "articles/expressroute/use-s2s-vpn-as-backup-for-expressroute-privatepeering.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    boolean multiHomed =
        gateContext
            .resource(gateContext.target().expressRoute().gateway())
            .filter(gateway -> new ActualGateway(gateway).isMultiHomed())
            .isPresent();
    return multiHomed || !OtherCircuitConnections.of(gateContext).isEmpty()
        ? met("The site has more than one circuit.")
        : warning(
            "ExpressRoute is one circuit in one place. Microsoft advises against a VPN as the only"
                + " backup of traffic that needs low latency or high bandwidth.",
            "for such traffic, add a second circuit in another peering location");
  }
}
