package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Optional;

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
    HybridNetwork network = context.network();
    GatewayDeclaration declaration = network.expressRoute();
    return declaration == null || network.circuits().isEmpty()
        ? List.of()
        : declaration.connections().stream()
            .flatMap(connection -> check(connection, network).stream())
            .toList();
  }

  private Optional<Finding> check(GatewayConnection connection, HybridNetwork network) {
    CircuitReference reference = connection.circuit();
    String name = reference == null ? null : reference.name();
    if (reference == null
        || name == null
        || isElsewhere(reference, network)
        || network.circuits().stream().anyMatch(each -> name.equalsIgnoreCase(each.name()))) {
      return Optional.empty();
    }
    return Optional.of(
        error(
            "Connection '"
                + connection.name()
                + "' uses the circuit '"
                + name
                + (network.circuits().size() == 1
                    ? "', but the circuit in the parameter files is "
                    : "', but the circuits in the parameter files are ")
                + ListText.commas(
                    network.circuits().stream()
                        .map(each -> "'" + each.name() + "' at " + each.origin().at("name"))
                        .toList())
                + ".",
            reference.origin().at("name"),
            ("Write '%s', or set resourceGroup, subscriptionId or id of the other circuit.")
                .formatted(nearest(name, network.circuits()))));
  }

  private static String nearest(String name, List<Circuit> circuits) {
    List<String> names = circuits.stream().map(Circuit::name).toList();
    String suggestion = SpellingSuggestion.to(name, names);
    return suggestion == null ? names.get(0) : suggestion;
  }

  private static boolean isElsewhere(CircuitReference reference, HybridNetwork network) {
    String group = reference.resourceGroup();
    return reference.id() != null
        || reference.subscriptionId() != null
        || (group != null
            && network.circuits().stream()
                .noneMatch(each -> group.equalsIgnoreCase(network.resourceGroupOf(each))));
  }
}
