package io.github.hybridnet.validation.rules.securitygroup;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** No security group on the subnet of gateways. */
public final class GatewaySubnetSecurityGroupRule extends ValidationRule {
  public GatewaySubnetSecurityGroupRule() {
    super(
        "HN2012",
        "The GatewaySubnet has no security group.",
        "Azure Resource Manager, error NetworkSecurityGroupCannotBeAttachedToGatewaySubnet");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Subnet subnet : context.subnets()) {
      String group = subnet.networkSecurityGroup();
      if (subnet.isGatewaySubnet() && group != null) {
        findings.add(attached(group, subnet.origin().at("networkSecurityGroup")));
      }
    }
    for (NetworkSecurityGroup group : context.securityGroups()) {
      for (int i = 0; i < group.subnets().size(); i++) {
        if (group.subnets().get(i).equalsIgnoreCase(Subnet.GATEWAY_SUBNET)) {
          findings.add(attached(group.name(), group.origin().at("subnets/" + i)));
        }
      }
    }
    return findings;
  }

  private Finding attached(String group, SourceLocation sourceLocation) {
    return error(
        "Security group '"
            + group
            + "' is for the GatewaySubnet. Azure does not allow a security group there.",
        sourceLocation,
        "Remove the GatewaySubnet from the security group.");
  }
}
