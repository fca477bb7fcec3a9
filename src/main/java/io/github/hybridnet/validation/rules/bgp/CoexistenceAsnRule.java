package io.github.hybridnet.validation.rules.bgp;

import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Routes pass between the two gateways only under Azure's own number. */
public final class CoexistenceAsnRule extends ValidationRule {
  public CoexistenceAsnRule() {
    super(
        "HN2095",
        "A VPN gateway that coexists with an ExpressRoute gateway has the ASN 65515.",
        "articles/expressroute/how-to-configure-coexisting-gateway-portal.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    BgpSettings bgpSettings = vpn == null ? null : vpn.gateway().bgp();
    Long asn = bgpSettings == null ? null : bgpSettings.asn();
    if (bgpSettings == null
        || asn == null
        || asn == AzureAsn.GATEWAY
        || context.network().expressRoute() == null) {
      return List.of();
    }
    return List.of(
        warning(
            "The VPN gateway has the ASN "
                + asn
                + ". With an ExpressRoute gateway, transit and Azure Route Server need 65515.",
            bgpSettings.origin().at("asn"),
            "Write 65515, or leave asn out."));
  }
}
