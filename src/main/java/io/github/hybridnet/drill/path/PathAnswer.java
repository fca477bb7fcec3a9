package io.github.hybridnet.drill.path;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import java.util.List;
import java.util.Optional;

/**
 * What Azure answered to one question.
 *
 * @param resource if a resource was asked for, and exists
 * @param peers when a gateway's peers were asked for
 * @param routes when its learned routes were
 */
record PathAnswer(
    Optional<ActualResource> resource, List<BgpPeer> peers, List<LearnedRoute> routes) {

  static PathAnswer of(Optional<ActualResource> resource) {
    return new PathAnswer(resource, List.of(), List.of());
  }

  static PathAnswer ofPeers(List<BgpPeer> peers) {
    return new PathAnswer(Optional.empty(), List.copyOf(peers), List.of());
  }

  static PathAnswer ofRoutes(List<LearnedRoute> routes) {
    return new PathAnswer(Optional.empty(), List.of(), List.copyOf(routes));
  }
}
