package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Address;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Azure reaches the device over the Internet. */
final class DeviceAddressPublic extends NumberedRule {
  DeviceAddressPublic() {
    super("HN2024", "The on-premises device has a public IPv4 address.", Docs.VPN_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    LocalNetworkGateway device = context.device().orElse(null);
    String text = device == null ? null : device.ipAddress();
    if (device == null || text == null) {
      return List.of();
    }
    Address address = new Address(text);
    String problem =
        address.isIpv4() ? address.specialPurpose().orElse(null) : "not one IPv4 address";
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
