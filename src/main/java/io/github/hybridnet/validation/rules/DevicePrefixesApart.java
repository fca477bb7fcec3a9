package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** On-premises prefixes are not the network's own. */
final class DevicePrefixesApart extends NumberedRule {
  DevicePrefixesApart() {
    super(
        "HN2026",
        "On-premises prefixes do not overlap the virtual network.",
        "MicrosoftDocs/azure-docs issue 90128");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Prefixes.Declared mine : Prefixes.device(context)) {
      Prefixes.addressSpace(context).stream()
          .filter(space -> space.cidr().overlaps(mine.cidr()))
          .findFirst()
          .ifPresent(
              space ->
                  findings.add(
                      error(
                          "'%s', %s, overlaps '%s', %s."
                              .formatted(mine.cidr(), mine.what(), space.cidr(), space.what()),
                          mine.place(),
                          "List only ranges that lie on-premises.")));
    }
    return findings;
  }
}
