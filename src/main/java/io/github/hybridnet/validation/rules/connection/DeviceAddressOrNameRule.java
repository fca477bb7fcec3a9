package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** An on-premises device has one address or one name. */
public final class DeviceAddressOrNameRule extends ValidationRule {
  public DeviceAddressOrNameRule() {
    super(
        "HN2023",
        "A local network gateway has an ipAddress or an fqdn, and not both.",
        "Microsoft.Network/localNetworkGateways, API version 2025-03-01");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.devices().stream().flatMap(device -> check(device).stream()).toList();
  }

  private List<Finding> check(LocalNetworkGateway device) {
    boolean address = device.origin().properties().containsKey("ipAddress");
    boolean name = device.origin().properties().containsKey("fqdn");
    if (address != name) {
      return List.of();
    }
    String which = address ? "' has both an ipAddress and an fqdn." : "' has no address.";
    return List.of(
        error(
            "Local network gateway '" + device.name() + which,
            address ? device.origin().at("fqdn") : device.origin().self(),
            address
                ? "Keep one of the two, and remove the other."
                : "Add \"ipAddress\" with the device's public IPv4 address, or \"fqdn\"."));
  }
}
