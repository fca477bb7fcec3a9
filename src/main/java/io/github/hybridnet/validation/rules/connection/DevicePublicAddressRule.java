package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HostAddress;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Azure reaches the device over the Internet. */
public final class DevicePublicAddressRule extends ValidationRule {
  public DevicePublicAddressRule() {
    super("HN2024", "The on-premises device has a public IPv4 address.", RuleSources.VPN_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.devices().stream().flatMap(device -> check(device).stream()).toList();
  }

  private List<Finding> check(LocalNetworkGateway device) {
    String text = device.ipAddress();
    if (text == null) {
      return List.of();
    }
    HostAddress hostAddress = new HostAddress(text);
    String problem =
        hostAddress.isIpv4() ? hostAddress.specialPurpose().orElse(null) : "not one IPv4 address";
    if (problem == null) {
      return List.of();
    }
    return List.of(
        error(
            "The address '%s' of local network gateway '%s' is %s."
                .formatted(text, device.name(), problem),
            device.origin().at("ipAddress"),
            "Write the public IPv4 address that the device has on the Internet."));
  }
}
