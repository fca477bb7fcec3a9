package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** The two ends of a tunnel speak external BGP. */
final class DifferentAsns extends NumberedRule {
  DifferentAsns() {
    super("HN2061", "The VPN gateway and the device have different ASNs.", Docs.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    Bgp device = context.device().map(LocalNetworkGateway::bgp).orElse(null);
    Long theirs = device == null ? null : device.asn();
    if (vpn == null || device == null || theirs == null) {
      return List.of();
    }
    Bgp gateway = vpn.gateway().bgp();
    Long ours = gateway == null ? null : gateway.asn();
    if (ours == null || !ours.equals(theirs)) {
      return List.of();
    }
    return List.of(
        error(
            "The VPN gateway and the on-premises device both have the ASN " + theirs + ".",
            device.origin().at("asn"),
            "Give the two sides different numbers."));
  }
}
