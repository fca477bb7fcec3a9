package io.github.hybridnet.arm;

import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.PathState;
import io.github.hybridnet.plan.PathStates;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.RouteSummary;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans of the reference network against something else that stands. */
public final class SamplePlans {
  public static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));

  private @Nullable PathStates pathStates;
  private final Map<String, ActualResource> standing = new LinkedHashMap<>();
  private final Map<String, List<ActualResource>> connections = new LinkedHashMap<>();
  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);

  private SamplePlans() {}

  /** Everything stands as declared. */
  public static SamplePlans standing() {
    SamplePlans plans = new SamplePlans();
    plans.desired.forEach(d -> plans.put(d.key(), d.body(), Map.of()));
    return plans;
  }

  public SamplePlans without(String name) {
    standing.remove(name);
    return this;
  }

  /** One property of a resource stands otherwise; the path has no lists. */
  public SamplePlans otherwise(String name, String path, Object value) {
    ActualResource actual = standing.get(name);
    put(actual.key(), with(actual.body(), path, value), actual.observed());
    return this;
  }

  /** A body with another value; the path has no lists. */
  public static Map<String, Object> with(Map<String, Object> original, String path, Object value) {
    Map<String, Object> body = new LinkedHashMap<>(original);
    Map<String, Object> place = body;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      Map<String, Object> child = new LinkedHashMap<>(ResourceBody.map(place.get(steps[i])));
      place.put(steps[i], child);
      place = child;
    }
    place.put(steps[steps.length - 1], value);
    return body;
  }

  /** A gateway of somebody else's, with a connection, in the same network. */
  public SamplePlans occupant(String gateway, String connection) {
    ResourceKey key = SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, gateway);
    ResourceKey user = SCOPE.key(ResourceType.CONNECTION, connection);
    put(key, Map.of("properties", Map.of("gatewayType", "Vpn")), Map.of());
    put(
        user,
        Map.of(
            "properties",
            Map.of("connectionType", "IPsec", "virtualNetworkGateway1", Map.of("id", key.id()))),
        Map.of());
    connections.put(key.comparableId(), List.of(standing.get(connection)));
    return this;
  }

  public Plan plan() {
    ActualResource network = standing.get("ra-vnet");
    if (network != null) {
      List<String> gateways =
          standing.values().stream()
              .map(ActualResource::key)
              .filter(k -> k.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
              .map(ResourceKey::id)
              .toList();
      put(network.key(), network.body(), Map.of(NetworkGateways.FACT, gateways));
    }
    Plan plan =
        new Planner()
            .plan(desired, new ActualState(new ArrayList<>(standing.values()), connections));
    return plan.whereTrafficTakes(pathStates == null ? working(plan) : pathStates);
  }

  /** What carries traffic now; unless it is said, every connection that stands does. */
  public SamplePlans paths(PathState expressRoute, PathState vpn) {
    pathStates = new PathStates(expressRoute, vpn);
    return this;
  }

  private static PathStates working(Plan plan) {
    PathStates judged = PathStates.judge(plan, gateway -> new RouteSummary(true, true, true));
    PathState vpn = judged.vpn();
    return new PathStates(
        judged.expressRoute(), vpn == PathState.UNKNOWN ? PathState.CARRIES : vpn);
  }

  private void put(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    standing.put(key.name(), new ActualResource(key, null, "Succeeded", body, observed));
  }
}
