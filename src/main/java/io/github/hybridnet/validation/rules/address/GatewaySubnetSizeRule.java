package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Two gateways need a subnet of /27 or larger. */
public final class GatewaySubnetSizeRule extends ValidationRule {
  private static final int SMALLEST = 27;

  public GatewaySubnetSizeRule() {
    super("HN2011", "The GatewaySubnet is /27 or larger.", RuleSources.COEXISTENCE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.subnets().stream()
        .filter(Subnet::isGatewaySubnet)
        .filter(subnet -> !subnet.addressPrefix().isIpv6())
        .filter(subnet -> subnet.addressPrefix().prefixLength() > SMALLEST)
        .map(
            subnet ->
                error(
                    ("The GatewaySubnet %s is too small: Azure refuses the second of two gateways"
                            + " in a subnet smaller than /27.")
                        .formatted(subnet.addressPrefix()),
                    subnet.origin().at("addressPrefix"),
                    "Make the GatewaySubnet /27, or /26 if more circuits may be added."))
        .toList();
  }
}
