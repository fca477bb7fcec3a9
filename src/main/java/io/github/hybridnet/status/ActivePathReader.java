package io.github.hybridnet.status;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.plan.PathStates;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.RouteSummary;
import io.github.hybridnet.plan.outage.TotalOutage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks what carries traffic now, where a plan interrupts a way to the on-premises network. */
public final class ActivePathReader {
  private final GatewayRoutingClient views;

  /** Reads from one cloud. */
  public ActivePathReader(GatewayRoutingClient views) {
    this.views = views;
  }

  /**
   * The plan with what carries traffic now. Nothing is asked for a plan that interrupts nothing.
   *
   * @throws InterruptedException when the build is stopped
   */
  public Plan of(Plan plan) throws InterruptedException {
    if (!TotalOutage.matters(plan)) {
      return plan;
    }
    Map<ResourceKey, RouteSummary> routes = new HashMap<>();
    ParallelReader.at(PathStates.gateways(plan), views::learnedRoutes)
        .forEach((gateway, readResult) -> routes.put(gateway, routes(readResult.value())));
    return plan.whereTrafficTakes(
        PathStates.judge(plan, key -> routes.getOrDefault(key, RouteSummary.UNREADABLE)));
  }

  private static RouteSummary routes(@Nullable List<LearnedRoute> learned) {
    return learned == null
        ? RouteSummary.UNREADABLE
        : new RouteSummary(
            true,
            learned.stream().anyMatch(ActivePathReader::isOfCustomer),
            learned.stream().anyMatch(route -> RouteSource.of(route) == RouteSource.VPN));
  }

  private static boolean isOfCustomer(LearnedRoute route) {
    return RouteSource.of(route) == RouteSource.EXPRESS_ROUTE
        && RouteSource.systems(route).findAny().isPresent()
        && !RouteSource.isAzures(route);
  }
}
