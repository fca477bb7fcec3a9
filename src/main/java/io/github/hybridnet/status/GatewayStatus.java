package io.github.hybridnet.status;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
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
    ResourceKey key, ReadResult<List<BgpPeer>> peers, ReadResult<List<LearnedRoute>> routes) {

  /** The prefixes of the learned routes by their source, each once and sorted. */
  public Map<RouteSource, List<String>> prefixes() {
    List<LearnedRoute> known = routes.value();
    return RouteSource.prefixes(known == null ? List.of() : known);
  }
}
