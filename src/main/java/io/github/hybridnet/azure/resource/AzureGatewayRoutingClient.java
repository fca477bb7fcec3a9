package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.ListPage;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
import io.github.hybridnet.engine.GatewayRoutingClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks gateways for their routing, which they return after some seconds. */
final class AzureGatewayRoutingClient implements GatewayRoutingClient {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final ArmHttpClient requests;
  private final ResourceOperations resourceOperations;

  AzureGatewayRoutingClient(ArmHttpClient requests, ResourceOperations resourceOperations) {
    this.requests = requests;
    this.resourceOperations = resourceOperations;
  }

  @Override
  public List<BgpPeer> bgpPeers(ResourceKey gateway) throws InterruptedException {
    return ask(gateway, "getBgpPeerStatus", "BGP peers", AzureGatewayRoutingClient::peer);
  }

  @Override
  public List<LearnedRoute> learnedRoutes(ResourceKey gateway) throws InterruptedException {
    return ask(gateway, "getLearnedRoutes", "learned routes", AzureGatewayRoutingClient::route);
  }

  /** Makes a row of a table. */
  private interface RowReader<T> {
    T of(Map<String, Object> entry) throws MalformedAnswerException;
  }

  private static BgpPeer peer(Map<String, Object> entry) throws MalformedAnswerException {
    return new BgpPeer(
        RequiredMembers.text(entry, "neighbor"),
        number(entry, "asn"),
        text(entry, "state"),
        number(entry, "routesReceived"));
  }

  private static LearnedRoute route(Map<String, Object> entry) throws MalformedAnswerException {
    return new LearnedRoute(
        RequiredMembers.text(entry, "network"),
        text(entry, "nextHop"),
        text(entry, "sourcePeer"),
        text(entry, "origin"),
        text(entry, "asPath"),
        (int) number(entry, "weight"));
  }

  /** A table without rows is recorded as an empty list; anything else is no answer. */
  private <T> List<T> ask(ResourceKey gateway, String action, String what, RowReader<T> rowReader)
      throws InterruptedException {
    String table = what + " of the " + gateway;
    String body =
        resourceOperations.result(
            "list of " + table,
            () -> requests.post(gateway.id() + "/" + action, ApiVersion.NETWORK),
            LIMIT);
    return requests.parsed(
        table,
        body,
        reader -> {
          List<T> rows = new ArrayList<>();
          for (Map<String, Object> entry : ListPage.read(reader).entries()) {
            rows.add(rowReader.of(entry));
          }
          return rows;
        });
  }

  private static String text(Map<String, Object> entry, String name) {
    return JsonTree.text(entry, name).orElse("");
  }

  private static long number(Map<String, Object> entry, String name) {
    return entry.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
