package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.ArrayList;
import java.util.List;

/** The routes that a gateway learned and those that it announces. */
public final class BgpRoutes {
  private static final int VPN_WEIGHT = 32768;
  private static final int OTHER_VPN_WEIGHT = 100;

  /** Routes of ExpressRoute win over the same routes of a tunnel. */
  private static final int EXPRESS_ROUTE_WEIGHT = 32769;

  private BgpRoutes() {}

  /**
   * The inquiry of {@code getLearnedRoutes}: nothing where nobody speaks BGP, unless a variant of
   * {@link AzureVariant#VPN_ROUTES_WITHOUT_BGP} refuses to say so.
   */
  public static List<ObjectNode> learned(World world, ObjectNode gateway, String unused) {
    boolean vpn = StoredGateways.isVpn(gateway);
    List<ObjectNode> routes = new ArrayList<>();
    if (vpn && !JsonMembers.flag(JsonMembers.properties(gateway), "enableBgp")) {
      refuse(world, ResourceReference.idOf(gateway));
      return routes;
    }
    BgpPeers peers = new BgpPeers(world, gateway);
    String self = peers.localAddress();
    for (String prefix : StoredGateways.networkPrefixes(world, gateway)) {
      routes.add(own(self, prefix));
    }
    for (BgpPeers.Peer peer : peers.all()) {
      if (vpn) {
        routes.add(own(self, peer.address() + "/32"));
      }
      if (peer.isUp()) {
        int weight = vpn ? vpnWeight(world) : EXPRESS_ROUTE_WEIGHT;
        peer.prefixes()
            .forEach(each -> routes.add(learned(self, each, peer).put("weight", weight)));
      }
    }
    return routes;
  }

  /** What a connection's routing weight does to it is not known. */
  private static int vpnWeight(World world) {
    return world.behaviour().variants().is(AzureVariant.VPN_ROUTE_WEIGHT, "other")
        ? OTHER_VPN_WEIGHT
        : VPN_WEIGHT;
  }

  private static void refuse(World world, String gateway) {
    switch (world.behaviour().variants().current().of(AzureVariant.VPN_ROUTES_WITHOUT_BGP)) {
      case "not-found" ->
          throw ArmError.provider(
                  404, "NotFound", "Resource %s/learnedRoutes not found.".formatted(gateway))
              .exception();
      case "error" ->
          throw NetworkErrors.refused(
              "VirtualNetworkGatewayBgpIsNotEnabled",
              "BGP is not enabled on virtual network gateway %s.".formatted(gateway));
      default -> {
        // An empty list, as recorded.
      }
    }
  }

  /** The inquiry of {@code getAdvertisedRoutes}: the network's own prefixes, to any peer. */
  public static List<ObjectNode> advertised(World world, ObjectNode gateway, String peer) {
    return StoredGateways.networkPrefixes(world, gateway).stream()
        .map(
            prefix ->
                JsonCodec.object()
                    .put("localAddress", "")
                    .put("network", prefix)
                    .put("nextHop", "Virtual Network")
                    .put("origin", "Network")
                    .put("weight", 0))
        .toList();
  }

  private static ObjectNode own(String self, String network) {
    return JsonCodec.object()
        .put("localAddress", self)
        .put("network", network)
        .put("sourcePeer", self)
        .put("origin", "Network")
        .put("asPath", "")
        .put("weight", VPN_WEIGHT);
  }

  private static ObjectNode learned(String self, String network, BgpPeers.Peer peer) {
    return JsonCodec.object()
        .put("localAddress", self)
        .put("network", network)
        .put("nextHop", peer.address())
        .put("sourcePeer", peer.address())
        .put("origin", "EBgp")
        .put("asPath", peer.path());
  }
}
