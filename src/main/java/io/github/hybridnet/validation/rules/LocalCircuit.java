package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Origin;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** What circuits of tier Local and Basic are. */
final class LocalCircuit extends NumberedRule {
  private static final int LEAST_MBPS = 1000;

  LocalCircuit() {
    super(
        "HN2041",
        "A circuit of tier Local has unlimited data and 1000 Mbit/s or more; Basic is no more.",
        Docs.LIMITS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    Circuit circuit = context.network().circuit();
    if (circuit == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Origin origin = circuit.origin();
    if (circuit.skuTier().equals("Basic")) {
      findings.add(
          warning(
              "The circuit '" + circuit.name() + "' is of the old tier Basic.",
              origin.at("skuTier"),
              "Write 'Local', 'Standard' or 'Premium'."));
    }
    boolean local = circuit.skuTier().equals("Local");
    if (local && !circuit.skuFamily().equals("UnlimitedData")) {
      findings.add(
          error(
              "The circuit '"
                  + circuit.name()
                  + "' is of tier Local, which comes with unlimited data only.",
              origin.at("skuFamily"),
              "Write 'UnlimitedData'."));
    }
    if (local && circuit.provider().bandwidthInMbps() < LEAST_MBPS) {
      findings.add(
          warning(
              "The circuit '"
                  + circuit.name()
                  + "' is of tier Local, which providers sell from 1000 Mbit/s on.",
              origin.at("bandwidthInMbps"),
              "Choose 1000 or more, or another tier."));
    }
    return findings;
  }
}
