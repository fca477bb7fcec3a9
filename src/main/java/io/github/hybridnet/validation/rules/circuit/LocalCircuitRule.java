package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** What circuits of tier Local and Basic are. */
public final class LocalCircuitRule extends ValidationRule {
  private static final int LEAST_MBPS = 1000;

  public LocalCircuitRule() {
    super(
        "HN2041",
        "A circuit of tier Local has unlimited data and 1000 Mbit/s or more; Basic is no more.",
        RuleSources.LIMITS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.network().circuits().stream()
        .flatMap(circuit -> check(circuit).stream())
        .toList();
  }

  private List<Finding> check(Circuit circuit) {
    if (circuit.skuTier().equals("Basic")) {
      return List.of(
          warning(
              "The circuit '%s' is of the old tier Basic.".formatted(circuit.name()),
              circuit.origin().at("skuTier"),
              "Write 'Local', 'Standard' or 'Premium'."));
    }
    return circuit.skuTier().equals("Local") ? local(circuit) : List.of();
  }

  private List<Finding> local(Circuit circuit) {
    String subject = "The circuit '" + circuit.name() + "' is of tier Local, which ";
    List<Finding> findings = new ArrayList<>();
    if (!circuit.skuFamily().equals("UnlimitedData")) {
      findings.add(
          error(
              subject + "comes with unlimited data only.",
              circuit.origin().at("skuFamily"),
              "Write 'UnlimitedData'."));
    }
    if (circuit.provider().bandwidthInMbps() < LEAST_MBPS) {
      findings.add(
          warning(
              subject + "providers sell from 1000 Mbit/s on.",
              circuit.origin().at("bandwidthInMbps"),
              "Choose 1000 or more, or another tier."));
    }
    return findings;
  }
}
