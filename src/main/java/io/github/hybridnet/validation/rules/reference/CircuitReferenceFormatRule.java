package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.PropertyLocations;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A circuit is referred to by its name or by its id. */
public final class CircuitReferenceFormatRule extends ValidationRule {
  private static final String TYPE = "/providers/microsoft.network/expressroutecircuits/";

  public CircuitReferenceFormatRule() {
    super(
        "HN2005",
        "A connection names its circuit by name or by resource id.",
        RuleSources.CONNECTION_API);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.connections().stream()
        .map(GatewayConnection::circuit)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .flatMap(this::check)
        .toList();
  }

  private Stream<Finding> check(CircuitReference reference) {
    PropertyLocations propertyLocations = reference.origin();
    String id = reference.id();
    if (id == null) {
      return propertyLocations.properties().containsKey("name")
              || propertyLocations.properties().containsKey("id")
          ? Stream.empty()
          : Stream.of(nothing(propertyLocations));
    }
    if (reference.name() != null
        || reference.resourceGroup() != null
        || reference.subscriptionId() != null) {
      return Stream.of(
          error(
              "The connection's expressRouteCircuit has an id and a name, resource group or"
                  + " subscription.",
              propertyLocations.at("id"),
              "Keep the id alone, or remove the id and keep the others."));
    }
    return isCircuitId(id) ? Stream.empty() : Stream.of(notAnId(id, propertyLocations));
  }

  private Finding nothing(PropertyLocations propertyLocations) {
    return error(
        "The connection's expressRouteCircuit has neither name nor id.",
        propertyLocations.self(),
        "Add \"name\", or \"id\" with the whole resource id of the circuit.");
  }

  private Finding notAnId(String id, PropertyLocations propertyLocations) {
    return error(
        "'" + id + "' is not the resource id of an ExpressRoute circuit.",
        propertyLocations.at("id"),
        "Write /subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Network/"
            + "expressRouteCircuits/<name>.");
  }

  private static boolean isCircuitId(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    String[] parts = lower.split("/", -1);
    return parts.length == 9
        && lower.startsWith("/subscriptions/")
        && parts[3].equals("resourcegroups")
        && lower.contains(TYPE)
        && !parts[2].isEmpty()
        && !parts[4].isEmpty()
        && !parts[8].isEmpty();
  }
}
