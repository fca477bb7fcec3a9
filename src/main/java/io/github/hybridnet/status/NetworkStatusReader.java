package io.github.hybridnet.status;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.GatewayAddresses;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.GatewayAdoption;
import io.github.hybridnet.plan.diff.Planner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a network. Waits for no operation: one that is running is reported as such. */
public final class NetworkStatusReader {
  private static final String DRILL = "hybridnet-drill";
  private static final String DRILL_TARGET = "-target";

  private final GatewayRoutingClient views;
  private final Map<ResourceKey, ReadResult<Optional<ActualResource>>> seen;
  private final Planner planner = new Planner();

  private NetworkStatusReader(
      GatewayRoutingClient views, Map<ResourceKey, ReadResult<Optional<ActualResource>>> seen) {
    this.views = views;
    this.seen = seen;
  }

  /**
   * Reads all these resources at the same time.
   *
   * @throws InterruptedException when the build is stopped
   */
  public static NetworkStatusReader of(
      CloudClient cloudClient, GatewayRoutingClient views, Collection<ResourceKey> keys)
      throws InterruptedException {
    Map<ResourceKey, ReadResult<Optional<ActualResource>>> seen =
        new LinkedHashMap<>(ParallelReader.at(keys, cloudClient::read));
    List<ResourceKey> addresses = new ArrayList<>(GatewayAddresses.beside(actual(seen.values())));
    addresses.removeIf(address -> keys.stream().anyMatch(address::isSame));
    seen.putAll(ParallelReader.at(addresses, cloudClient::read));
    return new NetworkStatusReader(views, seen);
  }

  /** Why nothing at all could be read; empty when something could. */
  public Optional<CloudException> failure() {
    return seen.values().stream().allMatch(s -> s.failure() != null)
        ? seen.values().stream().flatMap(s -> Stream.ofNullable(s.failure())).findFirst()
        : Optional.empty();
  }

  /** The region that a resource is in, empty when it does not exist or says none. */
  public Optional<String> location(ResourceKey key) {
    return actual(key).map(a -> a.body().get("location")).map(Object::toString);
  }

  /**
   * The status of the network, from what was read.
   *
   * @param group the resource group
   * @param declared the declared resources
   * @throws InterruptedException when the build is stopped
   */
  public NetworkStatus status(ResourceKey group, List<DeclaredResource> declared)
      throws InterruptedException {
    Map<String, DeclaredResource> byId = new LinkedHashMap<>();
    new GatewayAdoption(new ActualState(actual(seen.values())))
        .of(declared)
        .forEach(d -> byId.put(d.key().comparableId(), d));
    List<ResourceStatus> resources = new ArrayList<>();
    seen.forEach(
        (key, readResult) -> {
          DeclaredResource own = byId.get(key.comparableId());
          if (own != null || key.type() != ResourceType.PUBLIC_IP) {
            resources.add(status(key, readResult, own));
          }
        });
    return new NetworkStatus(group, drills(group), resources, gateways());
  }

  /** Peerings of which one side does not know the other's address space, a sentence for each. */
  public List<String> outOfStep() {
    return actual(seen.values()).stream()
        .flatMap(actual -> OutOfSyncPeerings.of(actual).stream())
        .toList();
  }

  private ResourceStatus status(
      ResourceKey key,
      ReadResult<Optional<ActualResource>> readResult,
      @Nullable DeclaredResource declared) {
    CloudException failure = readResult.failure();
    if (failure != null) {
      return ResourceStatus.unreadable(key, failure);
    }
    ActualResource actual = actual(key).orElse(null);
    if (actual == null) {
      return ResourceStatus.absent(
          key, declared == null ? DriftState.NOT_DECLARED : DriftState.MISSING);
    }
    if (declared == null) {
      return existing(actual, DriftState.NOT_DECLARED, null);
    }
    if (actual.isChanging()) {
      return existing(actual, DriftState.CHANGING, null);
    }
    ResourceChange resourceChange = planner.change(declared, actual);
    boolean same = resourceChange.action() == ResourceChange.Action.UNCHANGED;
    return existing(actual, same ? DriftState.AS_DECLARED : DriftState.DIFFERS, resourceChange);
  }

  private static ResourceStatus existing(
      ActualResource actual, DriftState driftState, @Nullable ResourceChange resourceChange) {
    return new ResourceStatus(
        actual.key(),
        actual.provisioningState(),
        HealthFacts.of(actual),
        driftState,
        resourceChange,
        null);
  }

  private List<String> drills(ResourceKey group) {
    return actual(group).map(a -> a.body().get("tags")).stream()
        .filter(Map.class::isInstance)
        .flatMap(tags -> ((Map<?, ?>) tags).keySet().stream())
        .map(Object::toString)
        .filter(tag -> isDrill(tag.toLowerCase(Locale.ROOT)))
        .sorted()
        .toList();
  }

  /** A second tag of the same drill names what the drill disconnected. */
  private static boolean isDrill(String tag) {
    return tag.startsWith(DRILL) && !tag.endsWith(DRILL_TARGET);
  }

  /** A gateway that is being changed has nothing to say of its routing. */
  private List<GatewayStatus> gateways() throws InterruptedException {
    List<ResourceKey> keys =
        seen.keySet().stream()
            .filter(k -> k.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
            .filter(k -> actual(k).filter(a -> !a.isChanging()).isPresent())
            .toList();
    Map<ResourceKey, ReadResult<List<BgpPeer>>> peers = ParallelReader.at(keys, views::bgpPeers);
    Map<ResourceKey, ReadResult<List<LearnedRoute>>> routes =
        ParallelReader.at(keys, views::learnedRoutes);
    List<GatewayStatus> gateways = new ArrayList<>();
    peers.forEach(
        (key, readResult) ->
            gateways.add(
                new GatewayStatus(
                    key, readResult, routes.getOrDefault(key, new ReadResult<>(List.of(), null)))));
    return gateways;
  }

  private static List<ActualResource> actual(
      Collection<ReadResult<Optional<ActualResource>>> sights) {
    return sights.stream()
        .flatMap(readResult -> Stream.ofNullable(readResult.value()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ActualResource> actual(ResourceKey key) {
    ReadResult<Optional<ActualResource>> readResult = seen.get(key);
    Optional<ActualResource> value = readResult == null ? null : readResult.value();
    return value == null ? Optional.empty() : value;
  }
}
