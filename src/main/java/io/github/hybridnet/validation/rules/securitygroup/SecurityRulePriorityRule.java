package io.github.hybridnet.validation.rules.securitygroup;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.SecurityRule;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Priorities are unique per direction. */
public final class SecurityRulePriorityRule extends ValidationRule {
  public SecurityRulePriorityRule() {
    super(
        "HN2072",
        "Rules of a security group differ in priority, for each direction.",
        RuleSources.NSG);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (NetworkSecurityGroup group : context.securityGroups()) {
      Map<String, SecurityRule> seen = new HashMap<>();
      for (SecurityRule rule : group.rules()) {
        SecurityRule other = seen.putIfAbsent(rule.direction() + rule.priority(), rule);
        if (other != null) {
          findings.add(
              error(
                  "The rules '%s' and '%s' of security group '%s' both have the priority %s %s."
                      .formatted(
                          other.name(),
                          rule.name(),
                          group.name(),
                          rule.priority(),
                          rule.direction().toLowerCase(Locale.ROOT)),
                  rule.origin().at("priority"),
                  "Give each rule of a direction a priority of its own."));
        }
      }
    }
    return findings;
  }
}
