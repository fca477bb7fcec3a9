package io.github.hybridnet.engine.status;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.GatewayViews.BgpPeer;
import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Adoption;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.GatewayAddresses;
import io.github.hybridnet.plan.PeeringsOutOfStep;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a network. Waits for no operation: one that is running is reported as such. */
public final class StatusSurvey {
  private static final Set<String> UNSETTLED = Set.of("updating", "creating", "deleting");
  private static final String DRILL = "hybridnet-drill";
  private static final String DRILL_TARGET = "-target";

  private final GatewayViews views;
  private final Map<ResourceKey, Sight<Optional<ActualResource>>> seen;
  private final Planner planner = new Planner();

  private StatusSurvey(GatewayViews views, Map<ResourceKey, Sight<Optional<ActualResource>>> seen) {
    this.views = views;
    this.seen = seen;
  }

  /**
   * Looks at resources.
   *
   * @throws InterruptedException when the build is stopped
   */
  public static StatusSurvey of(Cloud cloud, GatewayViews views, Collection<ResourceKey> keys)
      throws InterruptedException {
    Map<ResourceKey, Sight<Optional<ActualResource>>> seen =
        new LinkedHashMap<>(Glance.at(keys, cloud::read));
    List<ResourceKey> addresses = new ArrayList<>(GatewayAddresses.beside(actual(seen.values())));
    addresses.removeIf(address -> keys.stream().anyMatch(address::isSame));
    seen.putAll(Glance.at(addresses, cloud::read));
    return new StatusSurvey(views, seen);
  }

  /** Why nothing at all could be read; empty when something could. */
  public Optional<CloudException> failure() {
    return seen.values().stream().allMatch(s -> s.failure() != null)
        ? seen.values().stream().flatMap(s -> Stream.ofNullable(s.failure())).findFirst()
        : Optional.empty();
  }

  /** The region that a resource is in, empty when it does not stand or says none. */
  public Optional<String> location(ResourceKey key) {
    return actual(key).map(a -> a.body().get("location")).map(Object::toString);
  }

  /**
   * The status.
   *
   * @param group the resource group
   * @param desired the declared resources
   * @throws InterruptedException when the build is stopped
   */
  public NetworkStatus status(ResourceKey group, List<DesiredResource> desired)
      throws InterruptedException {
    Map<String, DesiredResource> declared = new LinkedHashMap<>();
    new Adoption(new Standing(actual(seen.values())))
        .of(desired)
        .forEach(d -> declared.put(d.key().comparableId(), d));
    List<ResourceStatus> resources = new ArrayList<>();
    seen.forEach(
        (key, sight) -> {
          DesiredResource own = declared.get(key.comparableId());
          if (own != null || key.type() != ResourceType.PUBLIC_IP) {
            resources.add(status(key, sight, own));
          }
        });
    return new NetworkStatus(group, drills(group), resources, gateways());
  }

  /** Peerings of which one side does not know the other's address space, a sentence for each. */
  public List<String> outOfStep() {
    return actual(seen.values()).stream()
        .flatMap(actual -> PeeringsOutOfStep.of(actual).stream())
        .toList();
  }

  private ResourceStatus status(
      ResourceKey key, Sight<Optional<ActualResource>> sight, @Nullable DesiredResource declared) {
    CloudException failure = sight.failure();
    if (failure != null) {
      return ResourceStatus.unreadable(key, failure);
    }
    ActualResource actual = actual(key).orElse(null);
    if (actual == null) {
      return ResourceStatus.absent(key, declared == null ? Drift.NOT_DECLARED : Drift.MISSING);
    }
    if (declared == null) {
      return standing(actual, Drift.NOT_DECLARED, null);
    }
    if (isUnsettled(actual)) {
      return standing(actual, Drift.CHANGING, null);
    }
    Change change = planner.change(declared, actual);
    boolean same = change.action() == Change.Action.UNCHANGED;
    return standing(actual, same ? Drift.AS_DECLARED : Drift.DIFFERS, change);
  }

  private static ResourceStatus standing(
      ActualResource actual, Drift drift, @Nullable Change change) {
    return new ResourceStatus(
        actual.key(), actual.provisioningState(), Health.of(actual), drift, change, null);
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

  /** A second tag of the same drill says what its lever moved. */
  private static boolean isDrill(String tag) {
    return tag.startsWith(DRILL) && !tag.endsWith(DRILL_TARGET);
  }

  /** A gateway that is being changed has nothing to say of its routing. */
  private List<GatewayStatus> gateways() throws InterruptedException {
    List<ResourceKey> keys =
        seen.keySet().stream()
            .filter(k -> k.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
            .filter(k -> actual(k).filter(a -> !isUnsettled(a)).isPresent())
            .toList();
    Map<ResourceKey, Sight<List<BgpPeer>>> peers = Glance.at(keys, views::bgpPeers);
    Map<ResourceKey, Sight<List<LearnedRoute>>> routes = Glance.at(keys, views::learnedRoutes);
    List<GatewayStatus> gateways = new ArrayList<>();
    peers.forEach(
        (key, sight) ->
            gateways.add(
                new GatewayStatus(
                    key, sight, routes.getOrDefault(key, new Sight<>(List.of(), null)))));
    return gateways;
  }

  private static List<ActualResource> actual(Collection<Sight<Optional<ActualResource>>> sights) {
    return sights.stream()
        .flatMap(sight -> Stream.ofNullable(sight.value()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ActualResource> actual(ResourceKey key) {
    Sight<Optional<ActualResource>> sight = seen.get(key);
    Optional<ActualResource> value = sight == null ? null : sight.value();
    return value == null ? Optional.empty() : value;
  }

  private static boolean isUnsettled(ActualResource actual) {
    return UNSETTLED.contains(actual.provisioningState().toLowerCase(Locale.ROOT));
  }
}
