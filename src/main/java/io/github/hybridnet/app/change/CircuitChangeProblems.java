package io.github.hybridnet.app.change;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** HN4040: a change of a circuit that Azure does not allow. A circuit is never replaced. */
final class CircuitChangeProblems {
  private static final String WORKFLOWS = "articles/expressroute/expressroute-circuit-peerings.md";
  private static final String MODIFYING =
      "articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md";

  private CircuitChangeProblems() {}

  /** The first circuit among changes that Azure only makes by replacement. */
  static Optional<UserException> find(List<ResourceChange> replacements) {
    return replacements.stream()
        .filter(resourceChange -> resourceChange.key().type() == ResourceType.CIRCUIT)
        .map(CircuitChangeProblems::of)
        .findFirst();
  }

  static UserException of(ResourceChange resourceChange) {
    List<String> reasons =
        new ArrayList<>(
            resourceChange.unchangeable().stream().map(CircuitChangeProblems::reason).toList());
    Optional<String> broken =
        Optional.ofNullable(resourceChange.actual())
            .filter(ActualResource::isBroken)
            .map(ActualResource::provisioningState);
    broken.ifPresent(
        state ->
            reasons.add(
                "The last change of the circuit failed (provisioning state '"
                    + state
                    + "'). The actual values may be those of the failed change."));
    return UserException.refused(
        "HN4040",
        "The %s stays as it is, because Azure does not allow these changes.%s"
            .formatted(resourceChange.key().quoted(), ListText.indentedLines(reasons)),
        (broken.isPresent()
                ? "write the actual values in expressRouteCircuit.parameters.json and run"
                    + " hybridnet:create-circuit, which writes the circuit again. If Azure"
                    + " refuses that, ask Microsoft support to repair the circuit."
                : "write the actual values in expressRouteCircuit.parameters.json.")
            + " Or give the circuit another name there, which creates a new one, and delete the old"
            + " one when nothing uses it. This plugin never replaces a circuit, because its service"
            + " key and the connectivity provider's work would be lost");
  }

  private static String reason(PropertyDifference propertyDifference) {
    String change =
        "actual '%s', declared '%s'"
            .formatted(propertyDifference.actual(), propertyDifference.declared());
    return switch (propertyDifference.path()) {
      case "sku.tier" -> rule("Tier: " + change, "Azure cannot change a tier to Local", WORKFLOWS);
      case "sku.family" ->
          rule(
              "Data plan: " + change,
              "Azure can only change it from metered to unlimited data",
              WORKFLOWS);
      case "properties.serviceProviderProperties.bandwidthInMbps" ->
          rule("Bandwidth in Mbit/s: " + change, "Azure can only increase it", MODIFYING);
      case "properties.serviceProviderProperties.serviceProviderName" ->
          rule("Connectivity provider: " + change, "Azure cannot change it", MODIFYING);
      case "properties.serviceProviderProperties.peeringLocation" ->
          rule("Peering location: " + change, "Azure cannot change it", MODIFYING);
      default -> propertyDifference.path() + ": " + change + ".";
    };
  }

  private static String rule(String change, String why, String source) {
    return change + "; " + why + " (" + source + ").";
  }
}
