package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and tokens that go through the network provider reach neither events, journal nor rules. */
class FaultCanaryTest {
  private static final String CANARY = "canary4711secret";
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
  private static final String NETWORK = GROUP + "/providers/Microsoft.Network/";
  private static final String V = "?api-version=2024-05-01";

  @TempDir Path directory;
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void start() {
    simulator = AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)));
    client = ArmClient.of(simulator.access()).bearer(CANARY + "token");
    client.put(GROUP + V, "{\"location\":\"westus2\"}");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private void put(String path, String body) {
    String full = body.replace('\'', '"').replace("~", GROUP + "/providers/Microsoft.Network");
    assertThat(client.put(NETWORK + path + V, full).status()).as(path).isLessThan(300);
    client.admin().post("/_simulator/clock", "{\"advance\":\"PT2H\"}");
  }

  private String admin(String path) {
    return new String(
        client.admin().get("/_simulator/" + path).raw().body(), StandardCharsets.UTF_8);
  }

  private void network() {
    put(
        "virtualNetworks/v",
        """
        {'location': 'westus2', 'properties': {
          'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
          'subnets': [{'name': 'GatewaySubnet',
            'properties': {'addressPrefix': '10.0.255.224/27'}}]}}
        """);
    put(
        "publicIPAddresses/p",
        """
        {'location': 'westus2', 'zones': ['1', '2', '3'], 'sku': {'name': 'Standard'},
         'properties': {'publicIPAllocationMethod': 'Static'}}
        """);
    put(
        "virtualNetworkGateways/vpn",
        """
        {'location': 'westus2', 'properties': {'gatewayType': 'vpn', 'vpnType': 'routebased',
          'sku': {'name': 'VpnGw1AZ', 'tier': 'VpnGw1AZ'},
          'ipConfigurations': [{'name': 'default', 'properties': {
            'publicIPAddress': {'id': '~/publicIPAddresses/p'},
            'subnet': {'id': '~/virtualNetworks/v/subnets/GatewaySubnet'}}}]}}
        """);
    put(
        "localNetworkGateways/l",
        """
        {'location': 'westus2', 'properties': {'gatewayIpAddress': '40.50.60.70',
          'localNetworkAddressSpace': {'addressPrefixes': ['192.168.0.0/16']}}}
        """);
    put(
        "connections/c",
        """
        {'location': 'westus2', 'properties': {'connectionType': 'IPSec', 'sharedKey': '%s',
          'virtualNetworkGateway1': {'id': '~/virtualNetworkGateways/vpn'},
          'localNetworkGateway2': {'id': '~/localNetworkGateways/l'}}}
        """
            .formatted(CANARY));
    put(
        "expressRouteCircuits/e",
        """
        {'location': 'westus2', 'sku': {'name': 'Premium_UnlimitedData', 'tier': 'Premium',
           'family': 'UnlimitedData'},
         'properties': {'serviceProviderProperties': {'serviceProviderName': 'Equinix',
           'peeringLocation': 'Silicon Valley', 'bandwidthInMbps': 50}}}
        """);
  }

  @Test
  void keysAndTokensReachNothingThatIsShown() {
    client
        .admin()
        .post(
            "/_simulator/faults",
            "{\"rules\":[{\"match\":{\"name\":\"c\"},\"phase\":\"after\",\"calls\":{\"every\":2},"
                + "\"effect\":{\"malformed\":{}}},"
                + "{\"match\":{\"operation\":\"sharedkey\"},\"effect\":{\"status\":{\"status\":500}}},"
                + "{\"calls\":{\"from\":1000},\"effect\":{\"expireTokens\":{}}}]}");
    network();
    client.put(NETWORK + "connections/c/sharedkey" + V, "{\"value\":\"" + CANARY + "\"}");
    client.get(NETWORK + "connections/c" + V + "&sig=" + CANARY);
    client.put(NETWORK + "connections/d" + V, "{\"properties\":{\"sharedKey\":\"" + CANARY);
    for (String path : List.of("events?since=0&follow=false", "requests", "faults")) {
      assertThat(admin(path)).as(path).isNotEmpty().doesNotContain(CANARY);
    }
    assertThat(admin("requests")).contains("api-version=2024-05-01&sig\"");
  }

  @Test
  void statesOfProvidersAndConnectionsAreEvents() {
    network();
    List<JsonNode> events =
        admin("events?since=0&follow=false").lines().map(FaultRig::json).toList();
    assertThat(events)
        .filteredOn(event -> event.path("event").asText().equals("providerState"))
        .extracting(event -> event.path("before").asText("") + ">" + event.path("after").asText())
        .containsExactly(
            ">NotProvisioned", "NotProvisioned>Provisioning", "Provisioning>Provisioned");
    assertThat(events)
        .filteredOn(event -> event.path("event").asText().equals("connectionStatus"))
        .extracting(event -> event.path("before").asText("") + ">" + event.path("after").asText())
        .containsExactly(">Unknown", "Unknown>Connecting", "Connecting>Connected");
    Map<String, String> ends = new TreeMap<>();
    events.stream()
        .filter(event -> event.path("event").asText().equals("operationEnded"))
        .forEach(event -> ends.put(event.path("name").asText(), event.path("after").asText()));
    assertThat(ends).containsEntry("PutVirtualNetworkGatewayOperation", "Succeeded");
  }
}
