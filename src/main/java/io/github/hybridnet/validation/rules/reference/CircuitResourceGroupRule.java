package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** The connection must name the resource group in which the circuit's file declares it. */
public final class CircuitResourceGroupRule extends ValidationRule {
  public CircuitResourceGroupRule() {
    super(
        "HN2047",
        "The ExpressRoute connection names the circuit's resource group.",
        RuleSources.ARCHITECTURE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    HybridNetwork network = context.network();
    GatewayDeclaration declaration = network.expressRoute();
    Circuit circuit = network.circuit();
    CircuitReference reference = declaration == null ? null : declaration.connection().circuit();
    if (declaration == null || circuit == null || reference == null) {
      return List.of();
    }
    String there = network.circuitResourceGroup();
    String named = reference.resourceGroup();
    String here = named == null ? network.resourceGroup() : named;
    if (here == null
        || there == null
        || here.equalsIgnoreCase(there)
        || !isMeant(circuit, reference)) {
      return List.of();
    }
    String own = circuit.resourceGroup();
    String at = own == null ? "" : " at " + circuit.origin().at("resourceGroup");
    return List.of(
        error(
            ("Connection '%s' uses the circuit '%s' in resource group '%s', but the circuit's file"
                    + " declares it in '%s'%s.")
                .formatted(declaration.connection().name(), circuit.name(), here, there, at),
            reference.origin().at("resourceGroup"),
            own == null
                ? "Leave resourceGroup out here, or write it in the circuit's file too."
                : "Write \"resourceGroup\": \"" + own + "\" in expressRouteCircuit."));
  }

  /** Another subscription, or a whole id, means another circuit on purpose. */
  private static boolean isMeant(Circuit circuit, CircuitReference reference) {
    return reference.id() == null
        && reference.subscriptionId() == null
        && circuit.name().equalsIgnoreCase(reference.name());
  }
}
