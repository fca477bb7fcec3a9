package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Prefixes that must not share an address: subnets among themselves, and address spaces. */
public final class PrefixOverlapRule extends ValidationRule {
  public PrefixOverlapRule() {
    super(
        "HN2016",
        "Subnets do not overlap, nor do the prefixes of a network.",
        RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    compare(DeclaredPrefixes.addressSpace(context), findings);
    compare(DeclaredPrefixes.subnets(context), findings);
    return findings;
  }

  private void compare(List<DeclaredPrefixes.LocatedPrefix> prefixes, List<Finding> findings) {
    for (int later = 1; later < prefixes.size(); later++) {
      DeclaredPrefixes.LocatedPrefix mine = prefixes.get(later);
      for (DeclaredPrefixes.LocatedPrefix other : prefixes.subList(0, later)) {
        if (mine.cidr().overlaps(other.cidr())) {
          findings.add(
              error(
                  "'%s', %s, overlaps '%s' at %s."
                      .formatted(mine.cidr(), mine.what(), other.cidr(), other.place()),
                  mine.place(),
                  "Choose prefixes that share no address."));
        }
      }
    }
  }
}
