package io.github.hybridnet.failover.gate;

import io.github.hybridnet.engine.GatewayViews.BgpPeer;
import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import io.github.hybridnet.plan.ActualResource;
import java.util.List;
import java.util.Optional;

/**
 * What Azure answered to one question.
 *
 * @param resource when a resource was asked for, and it stands
 * @param peers when a gateway's peers were asked for
 * @param routes when its learned routes were
 */
record Answer(Optional<ActualResource> resource, List<BgpPeer> peers, List<LearnedRoute> routes) {

  static Answer of(Optional<ActualResource> resource) {
    return new Answer(resource, List.of(), List.of());
  }

  static Answer ofPeers(List<BgpPeer> peers) {
    return new Answer(Optional.empty(), List.copyOf(peers), List.of());
  }

  static Answer ofRoutes(List<LearnedRoute> routes) {
    return new Answer(Optional.empty(), List.of(), List.copyOf(routes));
  }
}
