package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.DeclaredPrefixes;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Subnets lie in the address space. */
public final class SubnetContainmentRule extends ValidationRule {
  public SubnetContainmentRule() {
    super("HN2015", "Every subnet lies in the address space of its network.", RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Cidr> space = context.addressSpace();
    if (space.isEmpty() || !space.stream().allMatch(Cidr::isWellFormed)) {
      return List.of();
    }
    String words = String.join(", ", space.stream().map(Cidr::text).toList());
    return DeclaredPrefixes.subnets(context).stream()
        .filter(prefix -> prefix.cidr().isWellFormed())
        .filter(prefix -> space.stream().noneMatch(block -> block.contains(prefix.cidr())))
        .map(
            prefix ->
                error(
                    "'%s', %s, lies outside the address space %s of the virtual network."
                        .formatted(prefix.cidr(), prefix.what(), words),
                    prefix.place(),
                    "Choose a prefix inside, or add one to addressPrefixes."))
        .toList();
  }
}
