package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** On-premises prefixes are not the network's own. */
public final class DevicePrefixOverlapRule extends ValidationRule {
  public DevicePrefixOverlapRule() {
    super(
        "HN2026",
        "On-premises prefixes are not part of the virtual network.",
        "MicrosoftDocs/azure-docs issue 90128");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (DeclaredPrefixes.LocatedPrefix mine : DeclaredPrefixes.devices(context)) {
      DeclaredPrefixes.addressSpace(context).stream()
          .filter(space -> space.cidr().overlaps(mine.cidr()))
          .findFirst()
          .ifPresent(space -> findings.add(overlap(mine, space)));
    }
    return findings;
  }

  /** A summary is longer than what it contains; Azure sends to the network what is its own. */
  private Finding overlap(
      DeclaredPrefixes.LocatedPrefix mine, DeclaredPrefixes.LocatedPrefix space) {
    boolean summary = mine.cidr().prefixLength() < space.cidr().prefixLength();
    String contains = summary ? "contains" : "overlaps";
    String message =
        "'%s', %s, %s '%s', %s."
            .formatted(mine.cidr(), mine.what(), contains, space.cidr(), space.what());
    return summary
        ? warning(
            message,
            mine.place(),
            "Keep the prefix if ExpressRoute announces the same summary. Azure sends traffic for"
                + " its own prefixes to the virtual network.")
        : error(message, mine.place(), "List only ranges that lie on-premises.");
  }
}
