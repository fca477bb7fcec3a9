package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Premium costs more and is rarely needed. */
public final class PremiumCircuitRule extends ValidationRule {
  public PremiumCircuitRule() {
    super("HN2043", "A circuit is of tier Premium only where it must be.", RuleSources.LIMITS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.network().circuits().stream()
        .filter(circuit -> circuit.skuTier().equals("Premium"))
        .map(this::premium)
        .toList();
  }

  private Finding premium(Circuit circuit) {
    return finding(
        Severity.INFO,
        ("The circuit '%s' is of tier Premium, which only networks in another geopolitical"
                + " area, more than 4000 routes or more than 10 linked networks need.")
            .formatted(circuit.name()),
        circuit.origin().at("skuTier"),
        "Write 'Standard' if none of these applies. The tier can be changed later.");
  }
}
