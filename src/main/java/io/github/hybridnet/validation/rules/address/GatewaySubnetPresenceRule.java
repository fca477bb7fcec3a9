package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** The virtual network needs a subnet named GatewaySubnet. */
public final class GatewaySubnetPresenceRule extends ValidationRule {
  public GatewaySubnetPresenceRule() {
    super(
        "HN2010",
        "The virtual network has a subnet called GatewaySubnet.",
        "articles/expressroute/expressroute-howto-coexist-resource-manager.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    VirtualNetwork network = context.network().virtualNetwork();
    if (network == null || network.subnets().stream().anyMatch(Subnet::isGatewaySubnet)) {
      return List.of();
    }
    return List.of(
        error(
            "Virtual network '" + network.name() + "' has no subnet called GatewaySubnet.",
            network.origin().at("subnets"),
            "Add a subnet called GatewaySubnet of /27 or larger; both gateways use it."));
  }
}
