package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks gateways for their routing, which they tell after some seconds. */
final class GatewayRouting implements GatewayViews {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final ArmRequests requests;
  private final LongRequests longRequests;

  GatewayRouting(ArmRequests requests, LongRequests longRequests) {
    this.requests = requests;
    this.longRequests = longRequests;
  }

  @Override
  public List<BgpPeer> bgpPeers(ResourceKey gateway) throws InterruptedException {
    return ask(gateway, "getBgpPeerStatus", "BGP peers").stream()
        .map(
            peer ->
                new BgpPeer(
                    text(peer, "neighbor"),
                    number(peer, "asn"),
                    text(peer, "state"),
                    number(peer, "routesReceived")))
        .toList();
  }

  @Override
  public List<LearnedRoute> learnedRoutes(ResourceKey gateway) throws InterruptedException {
    return ask(gateway, "getLearnedRoutes", "learned routes").stream()
        .map(
            route ->
                new LearnedRoute(
                    text(route, "network"),
                    text(route, "nextHop"),
                    text(route, "sourcePeer"),
                    text(route, "origin"),
                    text(route, "asPath"),
                    (int) number(route, "weight")))
        .toList();
  }

  private List<Map<String, Object>> ask(ResourceKey gateway, String action, String what)
      throws InterruptedException {
    String body =
        longRequests.result(
            "list of " + what + " of the " + gateway,
            () -> requests.post(gateway.id() + "/" + action, ApiVersion.NETWORK),
            LIMIT);
    return JsonTree.objects(JsonTree.read(body).orElse(Map.of()), "value");
  }

  private static String text(Map<String, Object> entry, String name) {
    return JsonTree.text(entry, name).orElse("");
  }

  private static long number(Map<String, Object> entry, String name) {
    return entry.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
