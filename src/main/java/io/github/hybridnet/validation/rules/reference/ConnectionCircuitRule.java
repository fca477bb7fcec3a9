package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** The ExpressRoute connection must lead to the circuit that is declared. */
public final class ConnectionCircuitRule extends ValidationRule {
  public ConnectionCircuitRule() {
    super(
        "HN2004",
        "The ExpressRoute connection uses the circuit of the circuit's file.",
        RuleSources.ARCHITECTURE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration declaration = context.network().expressRoute();
    Circuit circuit = context.network().circuit();
    CircuitReference reference = declaration == null ? null : declaration.connection().circuit();
    if (declaration == null || circuit == null || reference == null) {
      return List.of();
    }
    String name = reference.name();
    if (name == null || isElsewhere(reference, context) || name.equalsIgnoreCase(circuit.name())) {
      return List.of();
    }
    return List.of(
        error(
            "Connection '"
                + declaration.connection().name()
                + "' uses the circuit '"
                + name
                + "', but the circuit in the parameter files is '"
                + circuit.name()
                + "' at "
                + circuit.origin().at("name")
                + ".",
            reference.origin().at("name"),
            ("Write '%s', or set resourceGroup, subscriptionId or id of the other circuit.")
                .formatted(circuit.name())));
  }

  private static boolean isElsewhere(CircuitReference reference, RuleContext context) {
    String group = reference.resourceGroup();
    return reference.id() != null
        || reference.subscriptionId() != null
        || (group != null && !group.equalsIgnoreCase(context.network().circuitResourceGroup()));
  }
}
