package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkPeeringTest {
  private static final String HUB = "virtualNetworks/v/virtualNetworkPeerings/toSpoke";
  private static final String SPOKE = "virtualNetworks/spoke/virtualNetworkPeerings/toHub";

  private final Bench bench = Bench.today();

  @BeforeEach
  void networks() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("virtualNetworks/spoke", network("11.0.0.0/16"));
  }

  private static String network(String prefix) {
    return """
    {'location': 'westus2', 'properties': {'addressSpace': {'addressPrefixes': ['%s']}}}
    """
        .formatted(prefix);
  }

  private static String to(String network, String flags) {
    return "{'properties': {'remoteVirtualNetwork': {'id': '~/virtualNetworks/%s'}%s}}"
        .formatted(network, flags);
  }

  @Test
  void isInitiatedUntilTheOtherSideExists() {
    Bench.Reply put = bench.put(HUB, to("spoke", ", 'allowGatewayTransit': true"));

    assertThat(put.status()).isEqualTo(201);
    assertThat(put.header("Location")).isEmpty();
    assertThat(put.shown()).isEqualTo(Bench.expected(initiated("Updating")));
    bench.end(put);
    assertThat(bench.get(HUB).shown()).isEqualTo(Bench.expected(initiated("Succeeded")));

    JsonNode spoke = bench.make(SPOKE, to("v", ""));
    assertThat(spoke.at("/properties/peeringState").asText()).isEqualTo("Connected");
    assertThat(spoke.at("/properties/resourceGuid"))
        .isEqualTo(bench.get(HUB).body().at("/properties/resourceGuid"));
    JsonNode hub = bench.get("virtualNetworks/v").body().at("/properties/virtualNetworkPeerings/0");
    assertThat(hub.at("/properties/peeringState").asText()).isEqualTo("Connected");
    assertThat(hub.at("/properties/peeringSyncLevel").asText()).isEqualTo("FullyInSync");
  }

  private static String initiated(String state) {
    return """
    {'name': 'toSpoke', 'id': '~/%s', 'etag': 'E',
     'properties': {'provisioningState': '%s', 'resourceGuid': 'G', 'peeringState': 'Initiated',
       'peeringSyncLevel': 'RemoteNotInSync',
       'remoteVirtualNetwork': {'id': '~/virtualNetworks/spoke'},
       'allowVirtualNetworkAccess': true, 'allowForwardedTraffic': false,
       'allowGatewayTransit': true, 'useRemoteGateways': false,
       'doNotVerifyRemoteGateways': false, 'peerCompleteVnets': true,
       'remoteAddressSpace': {'addressPrefixes': ['11.0.0.0/16'],
         'ipamPoolPrefixAllocations': []},
       'remoteVirtualNetworkAddressSpace': {'addressPrefixes': ['11.0.0.0/16'],
         'ipamPoolPrefixAllocations': []},
       'routeServiceVips': {}},
     'type': 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings'}
    """
        .formatted(HUB, state);
  }

  @Test
  void isDisconnectedWhenTheOtherSideGoes() {
    bench.make(HUB, to("spoke", ""));
    bench.make(SPOKE, to("v", ""));

    bench.remove(SPOKE);

    assertThat(bench.get(HUB).body().at("/properties/peeringState").asText())
        .isEqualTo("Disconnected");
    Bench.Reply again = bench.put(SPOKE, to("v", ""));
    assertThat(again.code()).isEqualTo("RemotePeeringIsDisconnected");
    assertThat(bench.make(HUB, to("spoke", "")).at("/properties/peeringState").asText())
        .isEqualTo("Initiated");
    assertThat(bench.make(SPOKE, to("v", "")).at("/properties/peeringState").asText())
        .isEqualTo("Connected");
  }

  @Test
  void isOutOfStepUntilItIsSynchronised() {
    bench.make(HUB, to("spoke", ""));
    bench.make(SPOKE, to("v", ""));

    bench.make("virtualNetworks/spoke", network("12.0.0.0/16"));

    assertThat(level(HUB)).isEqualTo("LocalNotInSync");
    assertThat(level(SPOKE)).isEqualTo("RemoteNotInSync");
    assertThat(
            bench.get(HUB).body().at("/properties/remoteAddressSpace/addressPrefixes/0").asText())
        .isEqualTo("11.0.0.0/16");
    bench.end(bench.put(HUB + "?syncRemoteAddressSpace=true", to("spoke", "")));
    assertThat(level(HUB)).isEqualTo("FullyInSync");
    assertThat(level(SPOKE)).isEqualTo("FullyInSync");
  }

  private String level(String peering) {
    return bench.get(peering).body().at("/properties/peeringSyncLevel").asText();
  }

  @Test
  void usesTheGatewayOfTheOtherSide() {
    assertThat(bench.put(SPOKE, to("v", ", 'useRemoteGateways': true")).code())
        .isEqualTo("RemoteVnetHasNoGateways");
    bench.make("publicIPAddresses/p", Sites.address());
    bench.make("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    bench.make(HUB, to("spoke", ""));
    assertThat(bench.put(SPOKE, to("v", ", 'useRemoteGateways': true")).code())
        .isEqualTo("RemotePeeringDoesNotAllowGatewayTransit");
    bench.make(HUB, to("spoke", ", 'allowGatewayTransit': true"));

    JsonNode spoke = bench.make(SPOKE, to("v", ", 'useRemoteGateways': true"));

    assertThat(Bench.shown(spoke.at("/properties/remoteGateways")))
        .isEqualTo(Bench.expected("[{'id': '~/virtualNetworkGateways/vpn'}]"));
    assertThat(bench.put(HUB, to("spoke", ", 'useRemoteGateways': true")).code())
        .isEqualTo("VirtualNetworkHasGatewayOfItsOwn");
  }

  @Test
  void refusesWhatCannotBePeered() {
    bench.make("virtualNetworks/same", network("10.0.128.0/17"));
    assertThat(bench.put(HUB, to("same", "")).code()).isEqualTo("VnetAddressSpacesOverlap");
    assertThat(bench.put(HUB, to("v", "")).code()).isEqualTo("VirtualNetworkCannotPeerWithItself");
    assertThat(bench.put(HUB, to("absent", "")).code()).isEqualTo("InvalidResourceReference");
    bench.make(HUB, to("spoke", ""));
    assertThat(bench.put("virtualNetworks/v/virtualNetworkPeerings/second", to("spoke", "")).code())
        .isEqualTo("AnotherPeeringAlreadyReferencesRemoteVnet");
    assertThat(bench.get("virtualNetworks/v/virtualNetworkPeerings/none").status()).isEqualTo(404);
  }

  @Test
  void survivesAPutOfTheNetworkThatLeavesItOut() {
    bench.make(HUB, to("spoke", ""));

    JsonNode kept = bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    assertThat(kept.at("/properties/virtualNetworkPeerings")).hasSize(1);
    JsonNode gone =
        bench.make(
            "virtualNetworks/v",
            Sites.network("10.0.255.224/27")
                .replace("'subnets'", "'virtualNetworkPeerings': [], 'subnets'"));
    assertThat(gone.at("/properties/virtualNetworkPeerings")).isEmpty();
  }
}
