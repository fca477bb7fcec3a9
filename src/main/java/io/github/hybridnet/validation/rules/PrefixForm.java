package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Prefixes are addresses with a length. */
final class PrefixForm extends NumberedRule {
  PrefixForm() {
    super("HN2013", "An address prefix is an address with a prefix length.", Docs.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return Prefixes.of(context).all().stream()
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
