package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Optional;

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
    return declaration == null
        ? List.of()
        : declaration.connections().stream()
            .flatMap(connection -> check(connection, network).stream())
            .toList();
  }

  private Optional<Finding> check(GatewayConnection connection, HybridNetwork network) {
    CircuitReference reference = connection.circuit();
    List<Circuit> meant =
        reference == null
            ? List.of()
            : network.circuits().stream().filter(each -> isMeant(each, reference)).toList();
    String named = reference == null ? null : reference.resourceGroup();
    String here = named == null ? network.resourceGroup() : named;
    if (reference == null
        || here == null
        || meant.stream().anyMatch(each -> here.equalsIgnoreCase(network.resourceGroupOf(each)))) {
      return Optional.empty();
    }
    return meant.stream()
        .findFirst()
        .flatMap(circuit -> elsewhere(connection, reference, circuit, here, network));
  }

  private Optional<Finding> elsewhere(
      GatewayConnection connection,
      CircuitReference reference,
      Circuit circuit,
      String here,
      HybridNetwork network) {
    String there = network.resourceGroupOf(circuit);
    if (there == null) {
      return Optional.empty();
    }
    String own = circuit.resourceGroup();
    String at = own == null ? "" : " at " + circuit.origin().at("resourceGroup");
    return Optional.of(
        error(
            ("Connection '%s' uses the circuit '%s' in resource group '%s', but the circuit's file"
                    + " declares it in '%s'%s.")
                .formatted(connection.name(), circuit.name(), here, there, at),
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
