package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Properties;
import io.github.hybridnet.plan.ActualResource;
import java.util.Optional;

/**
 * The VPN gateway could give transit. Source:
 * articles/expressroute/how-to-configure-coexisting-gateway-portal.md, limits.
 */
final class TransitAsn extends Gate {
  private static final long NEEDED = 65515;

  TransitAsn() {
    super(
        "transit-asn",
        Kind.ADVICE,
        "A VPN gateway with BGP has the ASN 65515, which transit to ExpressRoute needs.",
        "articles/expressroute/how-to-configure-coexisting-gateway-portal.md");
  }

  @Override
  public GateResult check(Situation situation) {
    Optional<ActualResource> gateway = situation.resource(situation.target().vpn().gateway());
    boolean bgp =
        gateway.map(g -> Properties.text(g, "enableBgp")).filter("true"::equals).isPresent();
    long asn = gateway.map(g -> Properties.number(g, "bgpAsn")).orElse(-1L);
    return bgp && asn > 0 && asn != NEEDED
        ? warning(
            "The VPN gateway has the ASN "
                + asn
                + ": that matters only where branches behind the VPN and sites behind ExpressRoute"
                + " talk to each other through Azure.",
            "For such transit give it the ASN 65515, and reset it.")
        : met("Nothing is in the way of transit between VPN and ExpressRoute.");
  }
}
