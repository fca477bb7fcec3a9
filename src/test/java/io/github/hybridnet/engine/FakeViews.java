package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Gateways that say what a test gave them, and nothing otherwise. */
public final class FakeViews implements GatewayRoutingClient {
  public final Map<ResourceKey, List<BgpPeer>> peers = new ConcurrentHashMap<>();
  public final Map<ResourceKey, List<LearnedRoute>> routes = new ConcurrentHashMap<>();

  public @Nullable CloudException failure;

  @Override
  public List<BgpPeer> bgpPeers(ResourceKey gateway) {
    failIfTold();
    return peers.getOrDefault(gateway, List.of());
  }

  @Override
  public List<LearnedRoute> learnedRoutes(ResourceKey gateway) {
    failIfTold();
    return routes.getOrDefault(gateway, List.of());
  }

  private void failIfTold() {
    if (failure != null) {
      throw failure;
    }
  }
}
