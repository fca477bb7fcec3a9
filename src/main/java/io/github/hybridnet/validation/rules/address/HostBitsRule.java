package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** A prefix has no bits set beyond its length. */
public final class HostBitsRule extends ValidationRule {
  public HostBitsRule() {
    super("HN2014", "An address prefix has no bits beyond its length.", RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return DeclaredPrefixes.of(context).all().stream()
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
