package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** A prefix is an address with a length. */
public final class PrefixFormatRule extends ValidationRule {
  public PrefixFormatRule() {
    super("HN2013", "An address prefix is an address with a prefix length.", RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return DeclaredPrefixes.of(context).all().stream()
        .filter(prefix -> !prefix.cidr().isWellFormed())
        .map(
            prefix ->
                error(
                    "'" + prefix.cidr() + "', " + prefix.what() + ", is not an address prefix.",
                    prefix.place(),
                    "Write an address, a slash and a prefix length, such as 10.0.0.0/16."))
        .toList();
  }
}
