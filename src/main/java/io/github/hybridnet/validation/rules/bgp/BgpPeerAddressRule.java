package io.github.hybridnet.validation.rules.bgp;

import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HostAddress;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** The BGP addresses of the gateway and of the device must be usable. */
public final class BgpPeerAddressRule extends ValidationRule {
  private static final List<Cidr> AZURE_LINK_LOCAL =
      List.of(new Cidr("169.254.21.0/24"), new Cidr("169.254.22.0/24"));

  private static final String LEAVE_OUT =
      "Remove bgpPeeringAddress; Azure gives the gateway an address in the GatewaySubnet.";

  public BgpPeerAddressRule() {
    super(
        "HN2063",
        "A BGP peer's address is an IP address, not the device's public one and not in the"
            + " virtual network.",
        RuleSources.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    context.devices().forEach(device -> checkDevice(device, context, findings));
    GatewayDeclaration vpn = context.network().vpn();
    BgpSettings bgpSettings = vpn == null ? null : vpn.gateway().bgp();
    if (bgpSettings != null && bgpSettings.peeringAddress() != null) {
      // Azure shows those of both instances of an active-active gateway in one text.
      for (String each : bgpSettings.peeringAddress().split(",", -1)) {
        checkGateway(
            new HostAddress(each.strip()), bgpSettings.origin().at("bgpPeeringAddress"), findings);
      }
    }
    return findings;
  }

  private void checkDevice(
      LocalNetworkGateway device, RuleContext context, List<Finding> findings) {
    BgpSettings bgpSettings = device.bgp();
    String text = bgpSettings == null ? null : bgpSettings.peeringAddress();
    if (bgpSettings == null || text == null) {
      return;
    }
    HostAddress hostAddress = new HostAddress(text);
    SourceLocation sourceLocation = bgpSettings.origin().at("bgpPeeringAddress");
    String problem = null;
    if (!hostAddress.isWellFormed()) {
      problem = "is not an IP address";
    } else if (text.equals(device.ipAddress())) {
      problem = "is the device's public address";
    } else if (context.addressSpace().stream().anyMatch(space -> space.contains(hostAddress))) {
      problem = "lies in the virtual network";
    }
    if (problem != null) {
      findings.add(
          error(
              "The BGP peering address '" + text + "' of the on-premises device " + problem + ".",
              sourceLocation,
              "Write the device's inner BGP address."));
    }
  }

  private void checkGateway(
      HostAddress hostAddress, SourceLocation sourceLocation, List<Finding> findings) {
    if (!hostAddress.isWellFormed()) {
      findings.add(
          error(
              "The BGP peering address '"
                  + hostAddress
                  + "' of the VPN gateway is not an IP address.",
              sourceLocation,
              LEAVE_OUT));
    } else if (HostAddress.LINK_LOCAL.contains(hostAddress)
        && AZURE_LINK_LOCAL.stream().noneMatch(range -> range.contains(hostAddress))) {
      findings.add(
          error(
              ("The BGP peering address '%s' of the VPN gateway is link-local, but not from "
                      + "169.254.21.0 to 169.254.22.255.")
                  .formatted(hostAddress),
              sourceLocation,
              LEAVE_OUT));
    }
  }
}
