package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Without prefixes and without BGP, nothing goes through the tunnel. */
public final class DeviceRouteRule extends ValidationRule {
  public DeviceRouteRule() {
    super(
        "HN2027",
        "A local network gateway has address prefixes, or gets them by BGP.",
        RuleSources.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.devices().stream()
        .filter(device -> device.addressPrefixes().isEmpty() && device.bgp() == null)
        .map(
            device ->
                error(
                    ("Local network gateway '%s' has no address prefixes and no BGP, so nothing"
                            + " would be routed to it.")
                        .formatted(device.name()),
                    device.origin().at("addressPrefixes"),
                    "Add the on-premises prefixes to \"addressPrefixes\", or add \"bgp\"."))
        .toList();
  }
}
