package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import java.util.Optional;

/**
 * The VPN gateway could give transit. Source:
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
                + ": that matters only where branches behind the VPN and sites behind ExpressRoute"
                + " talk to each other through Azure.",
            "For such transit set its ASN to 65515 and reset the gateway.")
        : met("Nothing is in the way of transit between VPN and ExpressRoute.");
  }
}
