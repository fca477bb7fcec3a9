package io.github.hybridnet.validation.rules.bgp;

import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Numbers that Azure or IANA has reserved. */
public final class ReservedAsnRule extends ValidationRule {
  public ReservedAsnRule() {
    super("HN2060", "No autonomous system number is reserved.", RuleSources.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    GatewayDeclaration vpn = context.network().vpn();
    BgpSettings gateway = vpn == null ? null : vpn.gateway().bgp();
    if (gateway != null && gateway.asn() != null && gateway.asn() != AzureAsn.GATEWAY) {
      check(gateway.asn(), "of the VPN gateway", gateway.origin().at("asn"), findings);
    }
    for (LocalNetworkGateway device : context.devices()) {
      BgpSettings bgp = device.bgp();
      if (bgp != null && bgp.asn() != null) {
        check(bgp.asn(), "of the on-premises device", bgp.origin().at("asn"), findings);
      }
    }
    for (Peering peering : context.peerings()) {
      check(peering.peerAsn(), "of " + peering.type(), peering.origin().at("peerASN"), findings);
    }
    return findings;
  }

  private void check(
      long asn, String whose, SourceLocation sourceLocation, List<Finding> findings) {
    String owner = isAzures(asn) ? "Azure" : isReserved(asn) ? "IANA" : null;
    if (owner != null) {
      findings.add(
          error(
              "The ASN " + asn + " " + whose + " is reserved by " + owner + ".",
              sourceLocation,
              "Use your own public ASN, or a private one from 64512 to 65514 or from 65521 to"
                  + " 65534."));
    }
  }

  private static boolean isAzures(long asn) {
    return asn == 8074
        || asn == 8075
        || asn == AzureAsn.EXPRESS_ROUTE_EDGE
        || (asn >= AzureAsn.GATEWAY && asn <= 65520);
  }

  private static boolean isReserved(long asn) {
    return asn == 23456
        || (asn >= 64496 && asn <= 64511)
        || (asn >= 65535 && asn <= 65551)
        || asn == 4_294_967_295L;
  }
}
