package io.github.hybridnet.validation.rules.securitygroup;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Security groups are for subnets that exist. */
public final class SecurityGroupSubnetRule extends ValidationRule {
  public SecurityGroupSubnetRule() {
    super("HN2007", "Security groups are for declared subnets.", RuleSources.NSG);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.network().virtualNetwork() != null) {
      List<String> names = context.subnets().stream().map(Subnet::name).toList();
      context.securityGroups().forEach(group -> check(group, names, findings));
    }
    return findings;
  }

  private void check(NetworkSecurityGroup group, List<String> names, List<Finding> findings) {
    for (int i = 0; i < group.subnets().size(); i++) {
      String subnet = group.subnets().get(i);
      if (names.stream().noneMatch(subnet::equalsIgnoreCase)) {
        String nearest = SpellingSuggestion.to(subnet, names);
        findings.add(
            error(
                ("Security group '%s' is for the subnet '%s', which the virtual network does not "
                        + "have.")
                    .formatted(group.name(), subnet),
                group.origin().at("subnets/" + i),
                nearest == null
                    ? "Declare the subnet, or remove it from the list."
                    : "Write '" + nearest + "', declare the subnet, or remove it from the list."));
      }
    }
  }
}
