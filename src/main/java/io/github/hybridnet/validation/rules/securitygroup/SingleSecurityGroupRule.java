package io.github.hybridnet.validation.rules.securitygroup;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A subnet has at most one security group. */
public final class SingleSecurityGroupRule extends ValidationRule {
  public SingleSecurityGroupRule() {
    super("HN2008", "A subnet is associated with at most one security group.", RuleSources.NSG);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    Map<String, String> groups = new HashMap<>();
    for (Subnet subnet : context.subnets()) {
      String group = subnet.networkSecurityGroup();
      if (group != null) {
        groups.put(subnet.name().toLowerCase(Locale.ROOT), group);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (NetworkSecurityGroup group : context.securityGroups()) {
      for (int i = 0; i < group.subnets().size(); i++) {
        String subnet = group.subnets().get(i);
        String other = groups.putIfAbsent(subnet.toLowerCase(Locale.ROOT), group.name());
        if (other != null && !other.equalsIgnoreCase(group.name())) {
          findings.add(
              error(
                  "Subnet '%s' gets two security groups, '%s' and '%s'."
                      .formatted(subnet, other, group.name()),
                  group.origin().at("subnets/" + i),
                  "Keep the subnet in one of them."));
        }
      }
    }
    return findings;
  }
}
