package io.github.hybridnet.validation.rules.securitygroup;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HostAddress;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.SecurityRule;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** What security rules may say of addresses and ports. */
public final class SecurityRuleEndpointRule extends ValidationRule {
  private static final int LAST_PORT = 65_535;

  public SecurityRuleEndpointRule() {
    super(
        "HN2073",
        "A security rule has an address, a prefix, a service tag or *, and a port, a range or *.",
        RuleSources.NSG);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (NetworkSecurityGroup group : context.securityGroups()) {
      for (SecurityRule rule : group.rules()) {
        check(rule, rule.from(), "source", findings);
        check(rule, rule.to(), "destination", findings);
      }
    }
    return findings;
  }

  private void check(
      SecurityRule rule, SecurityRule.Endpoint end, String side, List<Finding> findings) {
    if (!isAddress(end.addressPrefix())) {
      findings.add(
          error(
              "'%s', the %s address prefix of rule '%s', is neither a prefix nor a service tag."
                  .formatted(end.addressPrefix(), side, rule.name()),
              rule.origin().at(side + "AddressPrefix"),
              "Write a prefix such as 10.0.1.0/24, a service tag such as VirtualNetwork, or *."));
    }
    if (!isPortRange(end.portRange())) {
      findings.add(
          error(
              "'%s', the %s port range of rule '%s', is not a port range."
                  .formatted(end.portRange(), side, rule.name()),
              rule.origin().at(side + "PortRange"),
              "Write a port such as 443, a range such as 1024-65535, or *."));
    }
  }

  private static boolean isAddress(String text) {
    boolean tag =
        !text.isEmpty()
            && Character.isLetter(text.charAt(0))
            && text.indexOf(':') < 0
            && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_');
    return text.equals("*")
        || tag
        || new Cidr(text).isNetworkAddress()
        || new HostAddress(text).isWellFormed();
  }

  private static boolean isPortRange(String text) {
    int dash = text.indexOf('-');
    if (text.equals("*") || dash < 0) {
      return text.equals("*") || port(text) >= 0;
    }
    int first = port(text.substring(0, dash));
    int last = port(text.substring(dash + 1));
    return first >= 0 && last >= first;
  }

  private static int port(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = digits ? Integer.parseInt(text) : -1;
    return port <= LAST_PORT ? port : -1;
  }
}
