package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Prefixes end where their length says. */
final class NoHostBits extends NumberedRule {
  NoHostBits() {
    super("HN2014", "An address prefix has no bits beyond its length.", Docs.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return Prefixes.of(context).all().stream()
        .filter(prefix -> prefix.cidr().isWellFormed() && !prefix.cidr().isNetworkAddress())
        .map(
            prefix ->
                error(
                    "'%s', %s, has bits set beyond its length."
                        .formatted(prefix.cidr(), prefix.what()),
                    prefix.place(),
                    "Write '" + prefix.cidr().network() + "', or another length."))
        .toList();
  }
}
