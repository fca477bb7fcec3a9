package io.github.hybridnet.validation.rules.bgp;

import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HostAddress;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** A link-local BGP peer needs a link-local address on the gateway too. */
public final class LinkLocalPeerRule extends ValidationRule {
  public LinkLocalPeerRule() {
    super(
        "HN2094",
        "A link-local BGP peer needs a link-local address on the gateway.",
        "articles/vpn-gateway/vpn-gateway-howto-aws-bgp.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.devices().stream().flatMap(device -> check(device).stream()).toList();
  }

  private List<Finding> check(LocalNetworkGateway device) {
    BgpSettings bgpSettings = device.bgp();
    String peer = bgpSettings == null ? null : bgpSettings.peeringAddress();
    if (bgpSettings == null
        || peer == null
        || !HostAddress.LINK_LOCAL.contains(new HostAddress(peer))) {
      return List.of();
    }
    return List.of(
        warning(
            "The on-premises device uses the link-local BGP address '"
                + peer
                + "'. The gateway needs a link-local address too, which these files cannot"
                + " set.",
            bgpSettings.origin().at("bgpPeeringAddress"),
            "Set a custom BGP address (customBgpIpAddresses) on the gateway in Azure, which is"
                + " kept. Or use the device's inner address."));
  }
}
