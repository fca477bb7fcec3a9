package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.stream.Stream;

/** Address space should be private. */
public final class PrivateAddressSpaceRule extends ValidationRule {
  private static final List<Cidr> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
          .map(Cidr::new)
          .toList();

  public PrivateAddressSpaceRule() {
    super("HN2019", "The address space is private.", RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return DeclaredPrefixes.addressSpace(context).stream()
        .filter(prefix -> prefix.cidr().isWellFormed())
        .filter(prefix -> ForbiddenAddressSpaceRule.of(prefix.cidr()).isEmpty())
        .filter(prefix -> PRIVATE.stream().noneMatch(range -> range.contains(prefix.cidr())))
        .map(
            prefix ->
                warning(
                    ("'%s', %s, is not a private range: hosts of the Internet that have these "
                            + "addresses cannot be reached from the network.")
                        .formatted(prefix.cidr(), prefix.what()),
                    prefix.place(),
                    "Choose a range of RFC 1918 or RFC 6598, unless the addresses are yours."))
        .toList();
  }
}
