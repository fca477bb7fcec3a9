package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a gateway says of its routing. Implementations may be called from several threads. */
public interface GatewayRoutingClient {

  /**
   * A BGP neighbour of a gateway.
   *
   * @param neighbor its address
   * @param asn its autonomous system
   * @param state {@code Unknown}, {@code Stopped}, {@code Idle}, {@code Connecting} or {@code
   *     Connected}
   * @param routesReceived how many routes came from it
   */
  record BgpPeer(String neighbor, long asn, String state, long routesReceived) {
    private static final Set<String> DOWN = Set.of("stopped", "idle", "connecting");

    /** Whether the session is up. */
    public boolean isConnected() {
      return state.equalsIgnoreCase("Connected");
    }

    /** Whether the state says neither: it is {@code Unknown}, or a word that is not known here. */
    public boolean isSilent() {
      return !isConnected() && !DOWN.contains(state.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * A route that a gateway has learned.
   *
   * @param prefix the network that it leads to
   * @param nextHop the next hop's address, empty for a network of its own
   * @param sourcePeer the peer that it came from
   * @param origin {@code Network}, {@code EBgp}, {@code IBgp} and others
   * @param asPath the autonomous systems on the way, separated by {@code -}
   * @param weight the heavier route is taken: 32769 over ExpressRoute, 32768 over VPN
   */
  record LearnedRoute(
      String prefix, String nextHop, String sourcePeer, String origin, String asPath, int weight) {}

  /**
   * The BGP neighbours that a gateway knows.
   *
   * @throws CloudException when the cloud refuses or cannot be reached
   * @throws InterruptedException when the build is stopped
   */
  List<BgpPeer> bgpPeers(ResourceKey gateway) throws InterruptedException;

  /**
   * The routes that a gateway has learned.
   *
   * @throws CloudException when the cloud refuses or cannot be reached
   * @throws InterruptedException when the build is stopped
   */
  List<LearnedRoute> learnedRoutes(ResourceKey gateway) throws InterruptedException;
}
