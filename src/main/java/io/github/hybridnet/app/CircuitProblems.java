package io.github.hybridnet.app;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the goals say about circuits when they stop. */
public final class CircuitProblems {
  private static final String WORKFLOWS = "articles/expressroute/expressroute-circuit-peerings.md";
  private static final String MODIFYING =
      "articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md";

  private static final String REPAIR =
      "declare what stands and run hybridnet:create-circuit, which writes the circuit again. If"
          + " Azure refuses that too, ask Microsoft's support to repair the circuit;";

  private CircuitProblems() {}

  /** A change of a circuit that Azure does not allow: a circuit is never made anew. */
  public static Optional<UserException> unchangeable(List<ResourceChange> replacements) {
    return replacements.stream()
        .filter(resourceChange -> resourceChange.key().type() == ResourceType.CIRCUIT)
        .map(CircuitProblems::unchangeable)
        .findFirst();
  }

  /** A change in a direction that Azure does not allow. */
  static UserException unchangeable(ResourceChange resourceChange) {
    List<String> reasons =
        new ArrayList<>(
            resourceChange.unchangeable().stream().map(CircuitProblems::reason).toList());
    Optional<String> broken =
        Optional.ofNullable(resourceChange.actual())
            .filter(ActualResource::isBroken)
            .map(ActualResource::provisioningState);
    broken.ifPresent(
        state ->
            reasons.add(
                "The last change of the circuit has failed ("
                    + state
                    + "), and these may be the values that it asked for."));
    return UserException.refused(
        "HN4040",
        "The %s cannot become what is declared.%s"
            .formatted(
                resourceChange.key(),
                String.join("", reasons.stream().map(CircuitProblems::line).toList())),
        (broken.isPresent()
                ? REPAIR
                : "declare in expressRouteCircuit.parameters.json what stands,")
            + " or declare a new circuit under"
            + " another name, and remove the old one when nothing uses it any more; a circuit is"
            + " never replaced here, because its service key and the provider's work would be lost."
            + " It was not changed");
  }

  private static String line(String reason) {
    return System.lineSeparator() + "  " + reason;
  }

  private static String reason(PropertyDifference propertyDifference) {
    String change =
        "%s stands, %s is declared"
            .formatted(propertyDifference.found(), propertyDifference.declared());
    return switch (propertyDifference.path()) {
      case "sku.tier" -> rule("Tier: " + change, "no tier becomes Local", WORKFLOWS);
      case "sku.family" ->
          rule("Data plan: " + change, "only metered data becomes unlimited", WORKFLOWS);
      case "properties.serviceProviderProperties.bandwidthInMbps" ->
          rule("Bandwidth in Mbit/s: " + change, "it only grows", MODIFYING);
      case "properties.serviceProviderProperties.serviceProviderName" ->
          rule("Provider: " + change, "the circuit is the provider's", MODIFYING);
      case "properties.serviceProviderProperties.peeringLocation" ->
          rule("Peering location: " + change, "the circuit ends there", MODIFYING);
      default -> propertyDifference.path() + ": " + change + ".";
    };
  }

  private static String rule(String change, String why, String source) {
    return change + "; " + why + " (" + source + ").";
  }

  public static UserException leaving(ResourceKey circuit) {
    return UserException.refused(
        "HN4041",
        "The connectivity provider is taking the " + circuit + " away (Deprovisioning).",
        "ask the provider; when it is NotProvisioned, the provider can provision it again with the"
            + " same service key, or it can be deleted, which ends its costs");
  }

  public static UserException gone(ResourceKey circuit) {
    return UserException.refused(
        "HN4042",
        "The " + circuit + " was deleted while the goal waited for the provider.",
        "find out who deleted it; the next run creates it anew, with another service key");
  }

  public static UserException hidden(ResourceKey circuit, CloudException failure) {
    return UserException.unable(
        "HN4043",
        "The %s in resource group %s of subscription %s cannot be read: %s."
            .formatted(
                circuit,
                circuit.resourceGroup(),
                circuit.subscriptionId(),
                EngineEventText.cause(failure)),
        "ask its owner for an authorization, and give its key to the connection as authorizationKey"
            + " in virtualNetworkGateway-expressRoute.parameters.json; or give the identity shown"
            + " above the role Network Contributor on the circuit",
        failure);
  }

  static UserException noGroup(String circuit) {
    return UserException.unable(
        "HN4044",
        "No resource group is named for the ExpressRoute circuit " + circuit + ".",
        "write resourceGroup in expressRouteCircuit.parameters.json, set hybridnet.resourceGroup,"
            + " or name one in a gateway's file; what is wrong with a file that names one,"
            + " hybridnet:validate says",
        null);
  }
}
