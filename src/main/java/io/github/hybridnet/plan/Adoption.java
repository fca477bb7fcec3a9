package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fits declared gateways to the gateways that stand. A gateway keeps its public addresses: one
 * whose name is not declared is the one that the gateway has, whatever its name.
 */
public final class Adoption {
  private final Standing standing;

  /** An adoption of what was read. */
  public Adoption(Standing standing) {
    this.standing = standing;
  }

  /** The declared resources, with the addresses that stand in the place of undeclared ones. */
  public List<DesiredResource> of(List<DesiredResource> desired) {
    Map<ResourceKey, Optional<DesiredResource>> adopted = new LinkedHashMap<>();
    desired.forEach(d -> adopted.put(d.key(), Optional.of(d)));
    for (DesiredResource gateway : desired) {
      standing
          .find(gateway.key())
          .filter(actual -> gateway.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
          .filter(actual -> Way.of(actual.body()) == Way.of(gateway.body()))
          .ifPresent(actual -> adopt(gateway, actual, adopted));
    }
    return adopted.values().stream().flatMap(Optional::stream).toList();
  }

  private void adopt(
      DesiredResource gateway,
      ActualResource actual,
      Map<ResourceKey, Optional<DesiredResource>> adopted) {
    AdoptedGateway fitted = new AdoptedGateway(gateway, actual, address(adopted));
    List<ResourceKey> needs = new ArrayList<>(gateway.dependsOn());
    for (AdoptedGateway.Place place : fitted.places()) {
      PublicAddress declared = place.declared();
      if (declared == null) {
        continue;
      }
      ResourceKey key = declared.resource().key();
      if (place.standing() == null) {
        adopted.put(key, Optional.of(beside(declared, fitted)));
      } else if (!place.address().equalsIgnoreCase(key.id())) {
        Optional<ResourceKey> kept = neighbour(place.address(), gateway.key());
        adopted.put(key, kept.map(declared::standingAs));
        needs.remove(key);
        kept.ifPresent(needs::add);
      }
    }
    adopted.put(
        gateway.key(),
        Optional.of(new DesiredResource(gateway.key(), fitted.body(), needs, gateway.rules())));
  }

  private static Function<String, Optional<PublicAddress>> address(
      Map<ResourceKey, Optional<DesiredResource>> adopted) {
    return id ->
        adopted.values().stream()
            .flatMap(Optional::stream)
            .filter(d -> d.key().type() == ResourceType.PUBLIC_IP)
            .filter(d -> d.key().id().equalsIgnoreCase(id))
            .map(PublicAddress::new)
            .findFirst();
  }

  /** An address of another group is others' to declare. */
  private Optional<ResourceKey> neighbour(String id, ResourceKey gateway) {
    return ResourceKeys.find(id)
        .filter(key -> key.subscriptionId().equalsIgnoreCase(gateway.subscriptionId()))
        .filter(key -> key.resourceGroup().equalsIgnoreCase(gateway.resourceGroup()))
        .flatMap(standing::find)
        .map(ActualResource::key);
  }

  /** All addresses of a gateway are of the same zones, or Azure refuses them. */
  private DesiredResource beside(PublicAddress added, AdoptedGateway gateway) {
    Optional<ActualResource> first =
        gateway.places().stream()
            .filter(place -> place.standing() != null)
            .flatMap(place -> ResourceKeys.find(place.address()).stream())
            .flatMap(key -> standing.find(key).stream())
            .findFirst();
    return added.hasDeclaredZones() || first.isEmpty()
        ? added.resource()
        : added.inZones(PublicAddress.zones(first.get().body()));
  }
}
