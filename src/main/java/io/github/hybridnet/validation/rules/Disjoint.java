package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Prefixes that must not share an address: subnets among themselves, and address spaces. */
final class Disjoint extends NumberedRule {
  Disjoint() {
    super("HN2016", "Subnets do not overlap, nor do the prefixes of a network.", Docs.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    compare(Prefixes.addressSpace(context), findings);
    compare(Prefixes.subnets(context), findings);
    return findings;
  }

  private void compare(List<Prefixes.Declared> prefixes, List<Finding> findings) {
    for (int later = 1; later < prefixes.size(); later++) {
      Prefixes.Declared mine = prefixes.get(later);
      for (Prefixes.Declared other : prefixes.subList(0, later)) {
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
