package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CircuitConnectionTest {
  private final Bench bench = Bench.today();

  @BeforeEach
  void gatewayAndCircuit() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("virtualNetworkGateways/er", Sites.expressRoute("Standard"));
    bench.make("expressRouteCircuits/c", Sites.circuit());
  }

  private void provision() {
    bench.admin("POST", "circuits/c/provider", "{'state': 'Provisioned'}");
  }

  private String status() {
    return bench.get("connections/x").body().at("/properties/connectionStatus").asText("absent");
  }

  @Test
  void hasNoKeyAndFollowsTheCircuit() {
    provision();

    JsonNode made = bench.make("connections/x", Sites.toCircuit()).path("properties");

    assertThat(made.path("connectionType").asText()).isEqualTo("ExpressRoute");
    assertThat(made.path("routingWeight").asInt()).isEqualTo(3);
    assertThat(Bench.shown(made.path("peer")))
        .isEqualTo(Bench.expected("{'id': '~/expressRouteCircuits/c'}"));
    assertThat(made.has("sharedKey")).isFalse();
    assertThat(made.path("connectionStatus").asText()).isEqualTo("Connected");
    assertThat(bench.get("connections/x/sharedkey").status()).isEqualTo(404);
    bench.admin("POST", "circuits/c/provider", "{'state': 'Deprovisioning'}");
    bench.pass(Duration.ofSeconds(10));
    assertThat(status()).isEqualTo("NotConnected");
    provision();
    bench.pass(Duration.ofSeconds(30));
    assertThat(status()).isEqualTo("Connected");
  }

  @Test
  void staysAtItsCircuit() {
    provision();
    bench.make("connections/x", Sites.toCircuit());
    bench.make("expressRouteCircuits/other", Sites.circuit());

    Bench.Reply refused =
        bench.put(
            "connections/x",
            Sites.toCircuit().replace("expressRouteCircuits/c", "expressRouteCircuits/other"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ExpressRouteConnectionPeerCannotBeChanged");
    assertThat(refused.message())
        .isEqualTo(
            "Connection's peer cannot be changed. Please use ~/virtualNetworkGateways/er and"
                + " ~/expressRouteCircuits/c as endpoints for connection ~/connections/x.");
  }

  @Test
  void isDownWhilePrivatePeeringIsDisabled() {
    provision();
    bench.make("connections/x", Sites.toCircuit());
    String peering = "expressRouteCircuits/c/peerings/AzurePrivatePeering";
    String stored = bench.get(peering).body().toString();

    bench.make(peering, stored.replace("\"Enabled\"", "\"Disabled\""));
    bench.pass(Duration.ofSeconds(8));
    assertThat(status()).isEqualTo("NotConnected");
    bench.make(peering, stored);
    bench.pass(Duration.ofSeconds(30));

    assertThat(status()).isEqualTo("Connected");
  }

  @Test
  void failsIfTheProviderHasNotProvisionedTheCircuit() {
    Bench.Reply accepted = bench.put("connections/x", Sites.toCircuit());

    assertThat(accepted.status()).isEqualTo(201);
    JsonNode end = bench.end(accepted);
    String key = bench.get("expressRouteCircuits/c").body().at("/properties/serviceKey").asText();
    assertThat(end.path("status").asText()).isEqualTo("Failed");
    assertThat(end.at("/error/code").asText()).isEqualTo("ServiceProviderNotProvisioned");
    assertThat(end.at("/error/message").asText())
        .isEqualTo(
            "The current cross connection provisioning state 'NotProvisioned' of this service key '"
                + key
                + "' prevents this operation.");
    assertThat(bench.get("connections/x").body().at("/properties/provisioningState").asText())
        .isEqualTo("Failed");
    assertThat(bench.delete("virtualNetworkGateways/er").code())
        .isEqualTo("VirtualNetworkGatewayCannotBeDeleted");
    provision();
    assertThat(
            bench
                .make("connections/x", Sites.toCircuit())
                .at("/properties/provisioningState")
                .asText())
        .isEqualTo("Succeeded");
    assertThat(status()).isEqualTo("Connected");
  }

  @Test
  void failsWithoutPrivatePeering() {
    provision();
    bench.remove("expressRouteCircuits/c/peerings/AzurePrivatePeering");

    JsonNode end = bench.end(bench.put("connections/x", Sites.toCircuit()));

    assertThat(end.at("/error/code").asText())
        .isEqualTo("ExpressRouteCircuitPrivatePeeringNotFound");
  }

  @Test
  void keepsItsCircuitAlive() {
    provision();
    bench.make("connections/x", Sites.toCircuit());

    Bench.Reply refused = bench.delete("expressRouteCircuits/c");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ExpressRouteCircuitCannotBeDeleted");
  }

  @Test
  void theSiteBehindTheTunnelsIsTheOneBehindTheCircuit() {
    provision();
    bench.make("connections/x", Sites.toCircuit());
    bench.make("publicIPAddresses/p", Sites.address());
    bench.make("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    bench.make("localNetworkGateways/l", Sites.localGateway());
    bench.make("connections/y", Sites.ipsec());

    JsonNode routes =
        bench.outcome(bench.post("virtualNetworkGateways/er/getLearnedRoutes", "")).body();

    assertThat(routes.path("value")).hasSize(3);
    assertThat(routes.at("/value/0").toString())
        .isEqualTo(
            "{\"localAddress\":\"10.0.255.229\",\"network\":\"10.0.0.0/16\","
                + "\"sourcePeer\":\"10.0.255.229\",\"origin\":\"Network\",\"asPath\":\"\","
                + "\"weight\":32768}");
    assertThat(routes.at("/value/1").toString())
        .isEqualTo(
            "{\"localAddress\":\"10.0.255.229\",\"network\":\"192.168.0.0/16\","
                + "\"nextHop\":\"10.0.255.228\",\"sourcePeer\":\"10.0.255.228\","
                + "\"origin\":\"EBgp\",\"asPath\":\"12076-65020\",\"weight\":32769}");
    JsonNode peers =
        bench.outcome(bench.post("virtualNetworkGateways/er/getBgpPeerStatus", "")).body();
    assertThat(peers.path("value")).hasSize(2);
    assertThat(peers.at("/value/0/asn").asInt()).isEqualTo(12076);
    assertThat(peers.at("/value/0/state").asText()).isEqualTo("Connected");
    JsonNode table =
        bench
            .outcome(
                bench.post(
                    "expressRouteCircuits/c/peerings/AzurePrivatePeering/routeTables/primary", ""))
            .body();
    assertThat(table.path("value")).hasSize(2);
    assertThat(table.at("/value/0/network").asText()).isEqualTo("192.168.0.0/16");
    assertThat(table.at("/value/1/network").asText()).isEqualTo("10.0.0.0/16");
  }

  @Test
  void routesOfATunnelWithBgpAreThoseOfItsSite() {
    bench.make("publicIPAddresses/p", Sites.address());
    bench.make(
        "virtualNetworkGateways/vpn",
        Sites.vpn("VpnGw1AZ").replace("'sku'", "'enableBgp':true,'sku'"));
    bench.make(
        "localNetworkGateways/l",
        Sites.localGateway()
            .replace(
                "'gatewayIpAddress'",
                "'bgpSettings': {'asn': 4200000050, 'bgpPeeringAddress': '192.168.0.1'},"
                    + " 'gatewayIpAddress'"));
    bench.make(
        "connections/y", Sites.ipsec().replace("'sharedKey'", "'enableBgp':true,'sharedKey'"));
    String ask = "virtualNetworkGateways/vpn/getBgpPeerStatus?peer=192.168.0.1";
    assertThat(bench.outcome(bench.post(ask, "")).body().at("/value/0/state").asText())
        .isEqualTo("Connecting");

    bench.pass(Duration.ofSeconds(60 + 74));

    JsonNode peer = bench.outcome(bench.post(ask, "")).body().at("/value/0");
    assertThat(peer.path("localAddress").asText()).isEqualTo("10.0.255.254");
    assertThat(peer.path("neighbor").asText()).isEqualTo("192.168.0.1");
    assertThat(peer.path("asn").asLong()).isEqualTo(4_200_000_050L);
    assertThat(peer.path("state").asText()).isEqualTo("Connected");
    assertThat(peer.path("connectedDuration").asText()).matches("00:01:\\d\\d\\.0000000");
    assertThat(peer.path("routesReceived").asInt()).isEqualTo(1);
    JsonNode learned =
        bench.outcome(bench.post("virtualNetworkGateways/vpn/getLearnedRoutes", "")).body();
    assertThat(learned.path("value")).hasSize(3);
    assertThat(learned.at("/value/2/asPath").asText()).isEqualTo("4200000050");
    JsonNode advertised =
        bench
            .outcome(
                bench.post("virtualNetworkGateways/vpn/getAdvertisedRoutes?peer=192.168.0.1", ""))
            .body();
    assertThat(advertised.toString())
        .isEqualTo(
            "{\"value\":[{\"localAddress\":\"\",\"network\":\"10.0.0.0/16\","
                + "\"nextHop\":\"Virtual Network\",\"origin\":\"Network\",\"weight\":0}]}");
  }
}
