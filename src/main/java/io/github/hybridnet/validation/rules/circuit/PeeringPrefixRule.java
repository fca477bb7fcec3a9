package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Each peering has two /30 prefixes that nothing else uses. */
public final class PeeringPrefixRule extends ValidationRule {
  private static final int LENGTH = 30;

  public PeeringPrefixRule() {
    super(
        "HN2044",
        "A peering has two /30 prefixes of IPv4 that overlap neither each other nor the virtual"
            + " network.",
        RuleSources.CIRCUIT);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Peering peering : context.peerings()) {
      List<DeclaredPrefixes.LocatedPrefix> both = DeclaredPrefixes.peering(peering);
      both.forEach(prefix -> check(prefix, context, findings));
      if (both.get(0).cidr().overlaps(both.get(1).cidr())) {
        findings.add(
            error(
                "The primary and the secondary peer address prefix of "
                    + peering.type()
                    + " overlap.",
                both.get(1).place(),
                "Give each link a prefix of its own."));
      }
    }
    return findings;
  }

  private void check(
      DeclaredPrefixes.LocatedPrefix prefix, RuleContext context, List<Finding> findings) {
    Cidr cidr = prefix.cidr();
    if (cidr.isWellFormed() && cidr.isIpv6()) {
      findings.add(
          error(
              "'"
                  + cidr
                  + "', "
                  + prefix.what()
                  + ", is an IPv6 prefix. Azure accepts those in ipv6PeeringConfig, which cannot"
                  + " be set in parameter files yet.",
              prefix.place(),
              "Write an IPv4 /30 prefix. IPv6 settings that exist in Azure are kept."));
    } else if (cidr.isWellFormed() && cidr.prefixLength() != LENGTH) {
      findings.add(
          error(
              "'" + cidr + "', " + prefix.what() + ", is not /" + LENGTH + ".",
              prefix.place(),
              "Write a /" + LENGTH + " prefix."));
    }
    context.addressSpace().stream()
        .filter(cidr::overlaps)
        .findFirst()
        .ifPresent(
            space ->
                findings.add(
                    error(
                        "'%s', %s, overlaps the address space %s of the virtual network."
                            .formatted(cidr, prefix.what(), space),
                        prefix.place(),
                        "Choose a prefix that is used nowhere else.")));
  }
}
