package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualGateway;
import io.github.hybridnet.arm.AzureAsn;

/**
 * Whether the VPN gateway allows transit between VPN and ExpressRoute (source:
 * articles/expressroute/how-to-configure-coexisting-gateway-portal.md, limits).
 */
final class TransitAsnGate extends DrillGate {
  TransitAsnGate() {
    super(
        "transit-asn",
        GateKind.ADVICE,
        "A VPN gateway with BGP has the ASN 65515, which transit to ExpressRoute needs.",
        "articles/expressroute/how-to-configure-coexisting-gateway-portal.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    long asn =
        gateContext
            .resource(gateContext.target().vpn().gateway())
            .map(ActualGateway::new)
            .filter(ActualGateway::isBgpEnabled)
            .map(gateway -> gateway.asn().orElse(AzureAsn.GATEWAY))
            .orElse(AzureAsn.GATEWAY);
    return asn != AzureAsn.GATEWAY
        ? warning(
            "The VPN gateway has the ASN "
                + asn
                + ". Branches behind the VPN and sites behind ExpressRoute can reach each other"
                + " through Azure only with the ASN 65515.",
            "if the network needs such transit, set the ASN to 65515 and reset the gateway")
        : met("Nothing prevents transit between VPN and ExpressRoute.");
  }
}
