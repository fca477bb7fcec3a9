package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.EventText;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Difference;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the goals say about circuits when they stop. */
final class CircuitProblems {
  private static final String WORKFLOWS = "articles/expressroute/expressroute-circuit-peerings.md";
  private static final String MODIFYING =
      "articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md";

  private static final String REPAIR =
      "declare what stands and run hybridnet:create-circuit, which writes the circuit again. If"
          + " Azure refuses that too, ask Microsoft's support to repair the circuit;";

  private CircuitProblems() {}

  /** A change of a circuit that Azure does not allow: a circuit is never made anew. */
  static Optional<HybridnetException> unchangeable(List<Change> replacements) {
    return replacements.stream()
        .filter(change -> change.key().type() == ResourceType.CIRCUIT)
        .map(CircuitProblems::unchangeable)
        .findFirst();
  }

  /** A change in a direction that Azure does not allow. */
  static HybridnetException unchangeable(Change change) {
    List<String> reasons =
        new ArrayList<>(change.unchangeable().stream().map(CircuitProblems::reason).toList());
    Optional<String> broken =
        Optional.ofNullable(change.actual())
            .filter(ActualResource::isBroken)
            .map(ActualResource::provisioningState);
    broken.ifPresent(
        state ->
            reasons.add(
                "The last change of the circuit has failed ("
                    + state
                    + "), and these may be the values that it asked for."));
    return HybridnetException.refused(
        "HN4040",
        "The %s cannot become what is declared.%s"
            .formatted(
                change.key(),
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

  private static String reason(Difference difference) {
    String change =
        "%s stands, %s is declared".formatted(difference.found(), difference.declared());
    return switch (difference.path()) {
      case "sku.tier" -> rule("Tier: " + change, "no tier becomes Local", WORKFLOWS);
      case "sku.family" ->
          rule("Data plan: " + change, "only metered data becomes unlimited", WORKFLOWS);
      case "properties.serviceProviderProperties.bandwidthInMbps" ->
          rule("Bandwidth in Mbit/s: " + change, "it only grows", MODIFYING);
      case "properties.serviceProviderProperties.serviceProviderName" ->
          rule("Provider: " + change, "the circuit is the provider's", MODIFYING);
      case "properties.serviceProviderProperties.peeringLocation" ->
          rule("Peering location: " + change, "the circuit ends there", MODIFYING);
      default -> difference.path() + ": " + change + ".";
    };
  }

  private static String rule(String change, String why, String source) {
    return change + "; " + why + " (" + source + ").";
  }

  static HybridnetException leaving(ResourceKey circuit) {
    return HybridnetException.refused(
        "HN4041",
        "The connectivity provider is taking the " + circuit + " away (Deprovisioning).",
        "ask the provider; when it is NotProvisioned, the provider can provision it again with the"
            + " same service key, or it can be deleted, which ends its costs");
  }

  static HybridnetException gone(ResourceKey circuit) {
    return HybridnetException.refused(
        "HN4042",
        "The " + circuit + " was deleted while the goal waited for the provider.",
        "find out who deleted it; the next run creates it anew, with another service key");
  }

  static HybridnetException hidden(ResourceKey circuit, CloudException failure) {
    return HybridnetException.unable(
        "HN4043",
        "The %s in resource group %s of subscription %s cannot be read: %s."
            .formatted(
                circuit,
                circuit.resourceGroup(),
                circuit.subscriptionId(),
                EventText.cause(failure)),
        "ask its owner for an authorization, and give its key to the connection as authorizationKey"
            + " in virtualNetworkGateway-expressRoute.parameters.json; or give the identity shown"
            + " above the role Network Contributor on the circuit",
        failure);
  }

  static HybridnetException noGroup(String circuit) {
    return HybridnetException.unable(
        "HN4044",
        "No resource group is named for the ExpressRoute circuit " + circuit + ".",
        "write resourceGroup in expressRouteCircuit.parameters.json, set hybridnet.resourceGroup,"
            + " or name one in a gateway's file; what is wrong with a file that names one,"
            + " hybridnet:validate says",
        null);
  }
}
