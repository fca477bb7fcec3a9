package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Routes pass between the two gateways only under Azure's own number. */
final class AsnBesideExpressRoute extends NumberedRule {
  private static final long AZURE = 65515;

  AsnBesideExpressRoute() {
    super(
        "HN2095",
        "A VPN gateway beside an ExpressRoute gateway keeps the ASN 65515.",
        "articles/expressroute/how-to-configure-coexisting-gateway-portal.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    Bgp bgp = vpn == null ? null : vpn.gateway().bgp();
    Long asn = bgp == null ? null : bgp.asn();
    if (bgp == null || asn == null || asn == AZURE || context.network().expressRoute() == null) {
      return List.of();
    }
    return List.of(
        warning(
            "The VPN gateway has the ASN "
                + asn
                + ". Beside an ExpressRoute gateway, transit and Azure Route Server need 65515.",
            bgp.origin().at("asn"),
            "Write 65515, or leave asn out."));
  }
}
