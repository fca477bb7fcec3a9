package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Subnets are neither too small nor too large for Azure. */
public final class SubnetSizeRule extends ValidationRule {
  public SubnetSizeRule() {
    super(
        "HN2017",
        "An IPv4 subnet is /2 to /29, an IPv6 subnet is exactly /64.",
        RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return DeclaredPrefixes.subnets(context).stream()
        .filter(prefix -> prefix.cidr().isWellFormed() && !fits(prefix.cidr()))
        .map(
            prefix ->
                error(
                    "'%s', %s, has a size that Azure does not offer."
                        .formatted(prefix.cidr(), prefix.what()),
                    prefix.place(),
                    prefix.cidr().isIpv6()
                        ? "Make the prefix /64."
                        : "Make the prefix /29 or larger; Azure keeps five addresses of each"
                            + " subnet."))
        .toList();
  }

  private static boolean fits(Cidr cidr) {
    int length = cidr.prefixLength();
    return cidr.isIpv6() ? length == 64 : length >= 2 && length <= 29;
  }
}
