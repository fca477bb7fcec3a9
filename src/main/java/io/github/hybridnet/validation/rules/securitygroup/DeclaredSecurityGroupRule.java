package io.github.hybridnet.validation.rules.securitygroup;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** The security group that a subnet names should be declared. */
public final class DeclaredSecurityGroupRule extends ValidationRule {
  public DeclaredSecurityGroupRule() {
    super("HN2009", "The security group that a subnet names is declared.", RuleSources.NSG);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<String> names = context.securityGroups().stream().map(NetworkSecurityGroup::name).toList();
    List<Finding> findings = new ArrayList<>();
    for (Subnet subnet : context.subnets()) {
      String group = subnet.networkSecurityGroup();
      if (group != null && names.stream().noneMatch(group::equalsIgnoreCase)) {
        findings.add(
            warning(
                ("Subnet '%s' names the security group '%s', which is not in the "
                        + "parameter files and must exist in Azure already.")
                    .formatted(subnet.name(), group),
                subnet.origin().at("networkSecurityGroup"),
                "Declare the group in networkSecurityGroups.parameters.json, or create the group"
                    + " in the resource group first."));
      }
    }
    return findings;
  }
}
