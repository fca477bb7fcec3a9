package io.github.hybridnet.engine.status;

import io.github.hybridnet.engine.GatewayViews.BgpPeer;
import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Map;

/**
 * What a gateway says of its routing.
 *
 * @param key which gateway
 * @param peers its BGP neighbours
 * @param routes the routes that it has learned
 */
public record GatewayStatus(
    ResourceKey key, Sight<List<BgpPeer>> peers, Sight<List<LearnedRoute>> routes) {

  /** The prefixes of the learned routes by their source, each once and sorted. */
  public Map<RouteSource, List<String>> prefixes() {
    List<LearnedRoute> known = routes.value();
    return RouteSource.prefixes(known == null ? List.of() : known);
  }
}
