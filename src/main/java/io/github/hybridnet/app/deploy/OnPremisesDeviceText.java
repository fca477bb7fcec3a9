package io.github.hybridnet.app.deploy;

import io.github.hybridnet.report.GoalOutputs;
import java.util.List;

/** What the configuration of the on-premises device needs to know about the VPN gateways. */
final class OnPremisesDeviceText {
  private OnPremisesDeviceText() {}

  /** A line for each VPN gateway. */
  static List<String> lines(GoalOutputs goalOutputs) {
    return goalOutputs.gateways().stream()
        .filter(gateway -> gateway.type().equals("Vpn"))
        .map(
            gateway ->
                "For the on-premises device: VPN gateway "
                    + gateway.name()
                    + " has the public address "
                    + known(String.join(", ", gateway.publicIpAddresses()))
                    + ", ASN "
                    + known(gateway.asn() == null ? "" : gateway.asn().toString())
                    + ", BGP address "
                    + known(gateway.bgpPeeringAddress()))
        .toList();
  }

  private static String known(String value) {
    return value.isBlank() ? "not reported" : value;
  }
}
