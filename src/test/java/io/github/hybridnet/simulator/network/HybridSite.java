package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The reference network, built and connected: {@code v} with the gateways {@code vpn} and {@code
 * er}, the site {@code l} behind the connection {@code tunnel} and the circuit {@code c} behind
 * {@code line}.
 */
record HybridSite(Bench bench) {
  static final String PEERING = "expressRouteCircuits/c/peerings/AzurePrivatePeering";

  static HybridSite build(Bench bench) {
    return build(bench, Sites.localGateway(), false);
  }

  static HybridSite build(Bench bench, String localGateway, boolean bgp) {
    String speaks = bgp ? "'enableBgp': true," : "";
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("publicIPAddresses/p", Sites.address());
    bench.make("expressRouteCircuits/c", Sites.circuit());
    bench.admin("POST", "circuits/c/provider", "{'state': 'Provisioned'}");
    bench.make(
        "virtualNetworkGateways/vpn",
        Sites.vpn("VpnGw1AZ").replace("'ipConfigurations'", speaks + "'ipConfigurations'"));
    bench.make("virtualNetworkGateways/er", Sites.expressRoute("ErGw1AZ"));
    bench.make("localNetworkGateways/l", localGateway);
    bench.make("connections/tunnel", Sites.ipsec().replace("'sharedKey'", speaks + "'sharedKey'"));
    bench.make("connections/line", Sites.toCircuit());
    bench.pass(Duration.ofMinutes(2));
    return new HybridSite(bench);
  }

  /** What the admin call {@code paths} says of the network. */
  JsonNode network() {
    return bench.admin("GET", "paths", "").body().at("/networks/0");
  }

  /** The path that packets take, with {@code , lost} if they do not arrive. */
  String path() {
    JsonNode network = network();
    String lost = network.path("reachable").asBoolean() ? "" : ", lost";
    return network.path("path").asText() + lost;
  }

  String status(String connection) {
    return bench
        .get("connections/" + connection)
        .body()
        .at("/properties/connectionStatus")
        .asText("absent");
  }

  /** The prefixes that a gateway learned from others, with their weight. */
  List<String> learned(String gateway) {
    return values(bench.post("virtualNetworkGateways/" + gateway + "/getLearnedRoutes", ""))
        .filter(route -> route.path("origin").asText().equals("EBgp"))
        .map(route -> route.path("network").asText() + " " + route.path("weight").asText())
        .toList();
  }

  /** State and number of routes of a gateway's neighbours. */
  List<String> peers(String gateway) {
    return values(bench.post("virtualNetworkGateways/" + gateway + "/getBgpPeerStatus", ""))
        .map(peer -> peer.path("state").asText() + " " + peer.path("routesReceived").asText())
        .toList();
  }

  private Stream<JsonNode> values(Bench.Reply question) {
    return StreamSupport.stream(bench.outcome(question).body().path("value").spliterator(), false);
  }

  /** PUT of the private peering in this state; ends when the operation does. */
  void peering(String state) {
    String body = bench.get(PEERING).body().toString();
    bench.make(
        PEERING, body.replaceFirst("\"state\":\"[A-Za-z]+\"", "\"state\":\"" + state + "\""));
  }

  void pass(int seconds) {
    bench.pass(Duration.ofSeconds(seconds));
  }

  long bytes(String connection, String direction) {
    return bench
        .get("connections/" + connection)
        .body()
        .at("/properties/" + direction + "BytesTransferred")
        .asLong(-1);
  }
}
