package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.GatewayAddresses;
import io.github.hybridnet.arm.NetworkGateways;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads all that the plan of a deployment is made from: what is declared, what stands in its place,
 * and the connections of gateways that have to be removed and of what others may use too.
 */
public final class DeploymentStateReader {
  private static final Set<ResourceType> SHARED =
      Set.of(ResourceType.VIRTUAL_NETWORK_GATEWAY, ResourceType.LOCAL_NETWORK_GATEWAY);

  private final CloudClient cloudClient;
  private final ActualStateReader actualStateReader;
  private final Planner planner = new Planner();

  /** A survey of one cloud. */
  public DeploymentStateReader(
      CloudClient cloudClient, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloudClient = cloudClient;
    this.actualStateReader = new ActualStateReader(cloudClient, options, listener);
  }

  /**
   * What stands. Resources that an operation is changing are waited for.
   *
   * @throws CloudException when something cannot be read, or does not come to rest in the time that
   *     its type is given
   * @throws InterruptedException when the build is stopped
   */
  public ActualState read(List<DeclaredResource> declared) throws InterruptedException {
    ActualState actualState =
        actualStateReader.read(declared.stream().map(DeclaredResource::key).toList());
    ActualState known = actualState;
    List<ResourceKey> others = new ArrayList<>(undeclaredGateways(actualState));
    GatewayAddresses.beside(actualState.all()).stream()
        .filter(key -> known.find(key).isEmpty())
        .forEach(others::add);
    if (!others.isEmpty()) {
      List<ActualResource> all = new ArrayList<>(actualState.all());
      all.addAll(actualStateReader.read(others).all());
      actualState = new ActualState(all);
    }
    return withConnections(declared, actualState);
  }

  private static List<ResourceKey> undeclaredGateways(ActualState actualState) {
    return actualState.all().stream()
        .flatMap(actual -> NetworkGateways.of(actual).stream())
        .filter(key -> actualState.find(key).isEmpty())
        .distinct()
        .toList();
  }

  private ActualState withConnections(List<DeclaredResource> declared, ActualState actualState) {
    ConnectionReader connections = new ConnectionReader(cloudClient);
    Plan plan = planner.plan(declared, actualState);
    Stream<ResourceKey> removed =
        plan.removals().stream()
            .map(ResourceRemoval::key)
            .filter(key -> SHARED.contains(key.type()));
    Stream.concat(removed, plan.sharedEnds().stream()).distinct().forEach(connections::ask);
    return connections.beside(actualState.all());
  }
}
