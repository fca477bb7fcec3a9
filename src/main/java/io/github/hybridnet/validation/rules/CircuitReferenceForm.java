package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Origin;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A circuit is referred to by its name or by its id. */
final class CircuitReferenceForm extends NumberedRule {
  private static final String TYPE = "/providers/microsoft.network/expressroutecircuits/";

  CircuitReferenceForm() {
    super(
        "HN2005", "A connection names its circuit by name or by resource id.", Docs.CONNECTION_API);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.gateways().stream()
        .map(declaration -> declaration.connection().circuit())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .flatMap(this::check)
        .toList();
  }

  private Stream<Finding> check(CircuitReference reference) {
    Origin origin = reference.origin();
    String id = reference.id();
    if (id == null) {
      return origin.properties().containsKey("name") || origin.properties().containsKey("id")
          ? Stream.empty()
          : Stream.of(nothing(origin));
    }
    if (reference.name() != null
        || reference.resourceGroup() != null
        || reference.subscriptionId() != null) {
      return Stream.of(
          error(
              "The connection's expressRouteCircuit has an id and a name, resource group or subscription.",
              origin.at("id"),
              "Keep the id, which says it all, or the others."));
    }
    return isCircuitId(id) ? Stream.empty() : Stream.of(notAnId(id, origin));
  }

  private Finding nothing(Origin origin) {
    return error(
        "The connection's expressRouteCircuit has neither name nor id.",
        origin.self(),
        "Add \"name\", or \"id\" with the whole resource id of the circuit.");
  }

  private Finding notAnId(String id, Origin origin) {
    return error(
        "'" + id + "' is not the resource id of an ExpressRoute circuit.",
        origin.at("id"),
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
