package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HostAddress;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ranges that Azure does not accept as address space. */
public final class ForbiddenAddressSpaceRule extends ValidationRule {
  private static final List<Cidr> FORBIDDEN =
      Stream.of(
              "224.0.0.0/4",
              "255.255.255.255/32",
              "127.0.0.0/8",
              HostAddress.LINK_LOCAL.text(),
              "168.63.129.16/32")
          .map(Cidr::new)
          .toList();

  public ForbiddenAddressSpaceRule() {
    super(
        "HN2018",
        "The address space has none of the ranges that Azure forbids.",
        RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (DeclaredPrefixes.LocatedPrefix prefix : DeclaredPrefixes.addressSpace(context)) {
      of(prefix.cidr())
          .ifPresent(
              range ->
                  findings.add(
                      error(
                          "'%s', %s, overlaps %s, which Azure does not allow in a virtual network."
                              .formatted(prefix.cidr(), prefix.what(), range),
                          prefix.place(),
                          "Choose a private range, such as 10.0.0.0/16.")));
    }
    return findings;
  }

  /** The range that a prefix shares addresses with, or empty. */
  static Optional<Cidr> of(Cidr prefix) {
    return FORBIDDEN.stream().filter(prefix::overlaps).findFirst();
  }
}
