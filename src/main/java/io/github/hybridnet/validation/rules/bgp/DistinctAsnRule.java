package io.github.hybridnet.validation.rules.bgp;

import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two ends of a tunnel use external BGP. */
public final class DistinctAsnRule extends ValidationRule {
  public DistinctAsnRule() {
    super("HN2061", "The VPN gateway and the device have different ASNs.", RuleSources.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    BgpSettings gateway = vpn == null ? null : vpn.gateway().bgp();
    Long ours = gateway == null ? null : gateway.asn();
    return context.devices().stream()
        .flatMap(device -> check(device.bgp(), ours).stream())
        .toList();
  }

  private List<Finding> check(@Nullable BgpSettings device, @Nullable Long ours) {
    Long theirs = device == null ? null : device.asn();
    if (device == null || theirs == null) {
      return List.of();
    }
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
