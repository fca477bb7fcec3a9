package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Two gateways need a subnet of /27 or larger. */
final class GatewaySubnetSize extends NumberedRule {
  private static final int SMALLEST = 27;

  GatewaySubnetSize() {
    super("HN2011", "The GatewaySubnet is /27 or larger.", Docs.COEXISTENCE);
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
                    ("The GatewaySubnet %s is too small: Azure refuses the second of two gateways in "
                            + "a subnet smaller than /27.")
                        .formatted(subnet.addressPrefix()),
                    subnet.origin().at("addressPrefix"),
                    "Make it /27, or /26 where more circuits may come."))
        .toList();
  }
}
