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
import io.github.hybridnet.plan.UnreadResource;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the actual resources, all at once. Resources that an operation is changing are waited for:
 * a plan made from a state in between would be wrong.
 */
public final class ActualStateReader {
  private static final int READERS = 16;

  /** While one resource is waited for, others may change: then everything is read again. */
  private static final int PASSES = 3;

  /** What others may use too: their connections have to be known before it is removed. */
  private static final Set<ResourceType> SHARED =
      Set.of(ResourceType.VIRTUAL_NETWORK_GATEWAY, ResourceType.LOCAL_NETWORK_GATEWAY);

  private final CloudClient cloudClient;
  private final EngineOptions options;
  private final SettledResourceReader resources;
  private final Planner planner = new Planner();
  private final Map<ResourceKey, UnreadResource> unread = new ConcurrentHashMap<>();
  private boolean skipping;

  /** Reads from one cloud. */
  public ActualStateReader(
      CloudClient cloudClient, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloudClient = cloudClient;
    this.options = options;
    this.resources = new SettledResourceReader(cloudClient, options, listener);
  }

  /**
   * All that the plan of a deployment is made from: the actual resources of what is declared,
   * gateways in the declared network and what they use, and the connections of gateways that have
   * to be removed and of what others may use too.
   *
   * @throws CloudException when something cannot be read, or does not come to rest in the time that
   *     its type is given
   * @throws InterruptedException when the build is stopped
   */
  public ActualState readFor(List<DeclaredResource> declared) throws InterruptedException {
    ActualState actualState = read(keys(declared));
    ActualState known = actualState;
    List<ResourceKey> others = new ArrayList<>(undeclaredGateways(actualState));
    GatewayAddresses.beside(actualState.all()).stream()
        .filter(key -> known.find(key).isEmpty())
        .forEach(others::add);
    if (!others.isEmpty()) {
      List<ActualResource> all = new ArrayList<>(actualState.all());
      all.addAll(read(others).all());
      actualState = new ActualState(all);
    }
    return withConnections(declared, actualState);
  }

  /**
   * As {@link #readFor}, but what this identity may not read is left out and named.
   *
   * @throws CloudException also when it may read nothing of what is declared
   */
  public ActualState readAllowedFor(List<DeclaredResource> declared) throws InterruptedException {
    skipping = true;
    ActualState actualState = readFor(declared);
    Optional<UnreadResource> first = unread.values().stream().findFirst();
    if (first.isPresent() && unread.keySet().containsAll(keys(declared))) {
      throw first.get().failure();
    }
    return actualState.without(
        unread.values().stream()
            .sorted(Comparator.comparing(each -> each.key().comparableId()))
            .toList());
  }

  private static List<ResourceKey> keys(List<DeclaredResource> declared) {
    return declared.stream().map(DeclaredResource::key).toList();
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

  /**
   * The actual state of the given resources alone.
   *
   * @throws CloudException when one cannot be read, or does not come to rest in the time that its
   *     type is given
   * @throws InterruptedException when the build is stopped
   */
  public ActualState read(Collection<ResourceKey> keys) throws InterruptedException {
    ActualState actualState = new ActualState(List.of());
    for (int pass = 0; pass < PASSES; pass++) {
      Instant begin = options.clock().instant();
      actualState = readAll(keys);
      if (!options.isOld(begin)) {
        return actualState;
      }
    }
    return actualState;
  }

  private Optional<ActualResource> read(ResourceKey key) throws InterruptedException {
    try {
      return resources.read(key);
    } catch (CloudException failure) {
      if (!skipping || !failure.isForbidden()) {
        throw failure;
      }
      unread.put(key, new UnreadResource(key, failure));
      return Optional.empty();
    }
  }

  private ActualState readAll(Collection<ResourceKey> keys) throws InterruptedException {
    int most = Math.max(1, Math.min(READERS, keys.size()));
    try (WorkerPool readers = new WorkerPool(most, "hybridnet-read")) {
      List<Future<Optional<ActualResource>>> reads = new ArrayList<>();
      for (ResourceKey key : keys) {
        Callable<Optional<ActualResource>> read = () -> read(key);
        reads.add(readers.executor().submit(read));
      }
      List<ActualResource> found = new ArrayList<>();
      for (Future<Optional<ActualResource>> read : reads) {
        WorkerPool.await(read).ifPresent(found::add);
      }
      return new ActualState(found);
    }
  }
}
