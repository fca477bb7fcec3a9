package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** The bandwidths that Azure offers for circuits. */
public final class CircuitBandwidthRule extends ValidationRule {
  private static final List<Integer> OFFERED = List.of(50, 100, 200, 500, 1000, 2000, 5000, 10_000);

  public CircuitBandwidthRule() {
    super("HN2040", "A circuit's bandwidth is one that Azure offers.", RuleSources.LIMITS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.network().circuits().stream()
        .filter(circuit -> !OFFERED.contains(circuit.provider().bandwidthInMbps()))
        .map(this::notOffered)
        .toList();
  }

  private Finding notOffered(Circuit circuit) {
    return error(
        "The circuit '%s' has %s Mbit/s, which Azure does not offer."
            .formatted(circuit.name(), circuit.provider().bandwidthInMbps()),
        circuit.origin().at("bandwidthInMbps"),
        "Write one of " + String.join(", ", OFFERED.stream().map(String::valueOf).toList()) + ".");
  }
}
