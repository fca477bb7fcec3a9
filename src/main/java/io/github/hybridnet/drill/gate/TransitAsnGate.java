package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import java.util.Optional;

/**
 * Whether the VPN gateway allows transit between VPN and ExpressRoute. Source:
 * articles/expressroute/how-to-configure-coexisting-gateway-portal.md, limits.
 */
final class TransitAsnGate extends DrillGate {
  private static final long NEEDED = 65515;

  TransitAsnGate() {
    super(
        "transit-asn",
        GateKind.ADVICE,
        "A VPN gateway with BGP has the ASN 65515, which transit to ExpressRoute needs.",
        "articles/expressroute/how-to-configure-coexisting-gateway-portal.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    Optional<ActualResource> gateway = gateContext.resource(gateContext.target().vpn().gateway());
    boolean bgp =
        gateway.map(g -> g.properties().text("enableBgp")).filter("true"::equals).isPresent();
    long asn = gateway.map(g -> g.observedNumber("bgpAsn").orElse(-1)).orElse(-1L);
    return bgp && asn > 0 && asn != NEEDED
        ? warning(
            "The VPN gateway has the ASN "
                + asn
                + ". Branches behind the VPN and sites behind ExpressRoute can reach each other"
                + " through Azure only with the ASN 65515.",
            "if the network needs such transit, set the ASN to 65515 and reset the gateway")
        : met("Nothing prevents transit between VPN and ExpressRoute.");
  }
}
