package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Address;
import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Addresses of BGP speakers. */
final class BgpPeerAddress extends NumberedRule {
  private static final Cidr LINK_LOCAL = new Cidr("169.254.0.0/16");
  private static final List<Cidr> AZURE_LINK_LOCAL =
      List.of(new Cidr("169.254.21.0/24"), new Cidr("169.254.22.0/24"));

  private static final String LEAVE_OUT =
      "Leave it out; Azure gives the gateway an address in the GatewaySubnet.";

  BgpPeerAddress() {
    super(
        "HN2063",
        "A BGP peer's address is an IP address, not the device's public one and not in the"
            + " virtual network.",
        Docs.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    context.device().ifPresent(device -> checkDevice(device, context, findings));
    GatewayDeclaration vpn = context.network().vpn();
    Bgp bgp = vpn == null ? null : vpn.gateway().bgp();
    if (bgp != null && bgp.peeringAddress() != null) {
      // Azure shows those of both instances of an active-active gateway in one text.
      for (String each : bgp.peeringAddress().split(",", -1)) {
        checkGateway(new Address(each.strip()), bgp.origin().at("bgpPeeringAddress"), findings);
      }
    }
    return findings;
  }

  private void checkDevice(
      LocalNetworkGateway device, RuleContext context, List<Finding> findings) {
    Bgp bgp = device.bgp();
    String text = bgp == null ? null : bgp.peeringAddress();
    if (bgp == null || text == null) {
      return;
    }
    Address address = new Address(text);
    Place place = bgp.origin().at("bgpPeeringAddress");
    String problem = null;
    if (!address.isWellFormed()) {
      problem = "is not an IP address";
    } else if (text.equals(device.ipAddress())) {
      problem = "is the device's public address";
    } else if (context.addressSpace().stream().anyMatch(space -> space.contains(address))) {
      problem = "lies in the virtual network";
    }
    if (problem != null) {
      findings.add(
          error(
              "The BGP peering address '" + text + "' of the on-premises device " + problem + ".",
              place,
              "Write the device's inner address that speaks BGP."));
    }
  }

  private void checkGateway(Address address, Place place, List<Finding> findings) {
    if (!address.isWellFormed()) {
      findings.add(
          error(
              "The BGP peering address '" + address + "' of the VPN gateway is not an IP address.",
              place,
              LEAVE_OUT));
    } else if (LINK_LOCAL.contains(address)
        && AZURE_LINK_LOCAL.stream().noneMatch(range -> range.contains(address))) {
      findings.add(
          error(
              ("The BGP peering address '%s' of the VPN gateway is link-local, but not from "
                      + "169.254.21.0 to 169.254.22.255.")
                  .formatted(address),
              place,
              LEAVE_OUT));
    }
  }
}
