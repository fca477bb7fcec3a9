package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredPublicIp;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fits declared gateways to the actual ones. A gateway keeps its public addresses: one whose name
 * is not declared is the one that the gateway has, whatever its name.
 */
public final class GatewayAdoption {
  private final ActualState actualState;

  /** An adoption of what was read. */
  public GatewayAdoption(ActualState actualState) {
    this.actualState = actualState;
  }

  /** The declared resources, with the actual addresses in the place of undeclared ones. */
  public List<DeclaredResource> of(List<DeclaredResource> declared) {
    Map<ResourceKey, Optional<DeclaredResource>> adopted = new LinkedHashMap<>();
    declared.forEach(d -> adopted.put(d.key(), Optional.of(d)));
    for (DeclaredResource gateway : declared) {
      actualState
          .find(gateway.key())
          .filter(actual -> gateway.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
          .filter(
              actual -> ConnectivityPath.of(actual.body()) == ConnectivityPath.of(gateway.body()))
          .ifPresent(actual -> adopt(gateway, actual, adopted));
    }
    return adopted.values().stream().flatMap(Optional::stream).toList();
  }

  private void adopt(
      DeclaredResource gateway,
      ActualResource actual,
      Map<ResourceKey, Optional<DeclaredResource>> adopted) {
    AdoptedGateway fitted = new AdoptedGateway(gateway, actual, address(adopted));
    List<ResourceKey> needs = new ArrayList<>(gateway.dependsOn());
    for (AdoptedGateway.MatchedConfiguration match : fitted.matches()) {
      DeclaredPublicIp declared = match.declared();
      if (declared == null) {
        continue;
      }
      ResourceKey key = declared.resource().key();
      if (match.actual() == null) {
        adopted.put(key, Optional.of(beside(declared, fitted)));
      } else if (!match.address().equalsIgnoreCase(key.id())) {
        Optional<ResourceKey> kept = neighbour(match.address(), gateway.key());
        adopted.put(key, kept.map(declared::standingAs));
        needs.remove(key);
        kept.ifPresent(needs::add);
      }
    }
    adopted.put(
        gateway.key(),
        Optional.of(new DeclaredResource(gateway.key(), fitted.body(), needs, gateway.rules())));
  }

  private static Function<String, Optional<DeclaredPublicIp>> address(
      Map<ResourceKey, Optional<DeclaredResource>> adopted) {
    return id ->
        adopted.values().stream()
            .flatMap(Optional::stream)
            .filter(d -> d.key().type() == ResourceType.PUBLIC_IP)
            .filter(d -> d.key().id().equalsIgnoreCase(id))
            .map(DeclaredPublicIp::new)
            .findFirst();
  }

  /** An address of another group is others' to declare. */
  private Optional<ResourceKey> neighbour(String id, ResourceKey gateway) {
    return ResourceIdParser.find(id)
        .filter(key -> key.subscriptionId().equalsIgnoreCase(gateway.subscriptionId()))
        .filter(key -> key.resourceGroup().equalsIgnoreCase(gateway.resourceGroup()))
        .flatMap(actualState::find)
        .map(ActualResource::key);
  }

  /** All addresses of a gateway are of the same zones, or Azure refuses them. */
  private DeclaredResource beside(DeclaredPublicIp added, AdoptedGateway gateway) {
    Optional<ActualResource> first =
        gateway.matches().stream()
            .filter(match -> match.actual() != null)
            .flatMap(match -> ResourceIdParser.find(match.address()).stream())
            .flatMap(key -> actualState.find(key).stream())
            .findFirst();
    return added.hasDeclaredZones() || first.isEmpty()
        ? added.resource()
        : added.inZones(DeclaredPublicIp.zones(first.get().body()));
  }
}
