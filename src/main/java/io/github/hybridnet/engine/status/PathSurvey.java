package io.github.hybridnet.engine.status;

import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.plan.Blackout;
import io.github.hybridnet.plan.GatewayRoutes;
import io.github.hybridnet.plan.Paths;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks what carries traffic now, where a plan interrupts a way to the on-premises network. */
public final class PathSurvey {
  private final GatewayViews views;

  /** A survey of one cloud. */
  public PathSurvey(GatewayViews views) {
    this.views = views;
  }

  /**
   * The plan with what carries traffic now. Nothing is asked for a plan that interrupts nothing.
   *
   * @throws InterruptedException when the build is stopped
   */
  public Plan of(Plan plan) throws InterruptedException {
    if (!Blackout.matters(plan)) {
      return plan;
    }
    Map<ResourceKey, GatewayRoutes> routes = new HashMap<>();
    Glance.at(Paths.gateways(plan), views::learnedRoutes)
        .forEach((gateway, sight) -> routes.put(gateway, routes(sight.value())));
    return plan.whereTrafficTakes(
        Paths.judge(plan, key -> routes.getOrDefault(key, GatewayRoutes.UNREADABLE)));
  }

  private static GatewayRoutes routes(@Nullable List<LearnedRoute> learned) {
    return learned == null
        ? GatewayRoutes.UNREADABLE
        : new GatewayRoutes(
            true,
            learned.stream().anyMatch(PathSurvey::isOfCustomer),
            learned.stream().anyMatch(route -> RouteSource.of(route) == RouteSource.VPN));
  }

  private static boolean isOfCustomer(LearnedRoute route) {
    return RouteSource.of(route) == RouteSource.EXPRESS_ROUTE
        && RouteSource.systems(route).findAny().isPresent()
        && !RouteSource.isAzures(route);
  }
}
