package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference network from its first request to its last one, over HTTPS, by a manual clock. */
class HybridNetworkLifeCycleTest {
  private static final String VERSION = "?api-version=2025-03-01";

  @TempDir Path directory;
  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-05T09:00:00Z"));
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void start() {
    simulator =
        AzureSimulator.start(
            SimulatorOptions.in(SimulatorFixture.prepared(directory))
                .withSpeed(1)
                .withWallClock(wall)
                .withSeed(1));
    client = ArmClient.of(simulator.access());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private static String path(String resource) {
    return Bench.GROUP + "/providers/Microsoft.Network/" + resource + VERSION;
  }

  private ArmClient.Answer put(String resource, String body) {
    ArmClient.Answer answer = client.put(path(resource), Bench.json(body).toString());
    assertThat(answer.status()).as(resource).isEqualTo(201);
    assertThat(state(answer.json())).isEqualTo("Updating");
    return answer;
  }

  private JsonNode get(String resource) {
    return client.get(path(resource)).json();
  }

  private static String state(JsonNode resource) {
    return resource.at("/properties/provisioningState").asText();
  }

  private String operation(ArmClient.Answer answer) {
    return client.get(answer.header("Azure-AsyncOperation").orElseThrow()).json().toString();
  }

  private void delete(String resource, int seconds) {
    ArmClient.Answer answer = client.delete(path(resource));
    assertThat(answer.status()).as(resource).isEqualTo(202);
    wall.pass(Duration.ofSeconds(seconds));
    assertThat(operation(answer)).isEqualTo("{\"status\":\"Succeeded\"}");
    ArmClient.Answer end = client.get(answer.header("Location").orElseThrow());
    assertThat(end.status()).isEqualTo(204);
    assertThat(client.get(path(resource)).status()).isEqualTo(404);
  }

  @Test
  void isBuiltUsedAndTakenDown() throws Exception {
    client.put(Bench.GROUP + VERSION, "{\"location\":\"westus2\"}");
    ArmClient.Answer circuit = put("expressRouteCircuits/c", Sites.circuit());
    wall.pass(Duration.ofSeconds(57));
    assertThat(operation(circuit)).isEqualTo("{\"status\":\"Succeeded\"}");

    put(HybridSite.PEERING, "{'properties': {'vlanId': 7, 'sharedKey': 'md5-of-peering'}}");
    wall.pass(Duration.ofSeconds(30));

    put("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    put("publicIPAddresses/p", Sites.address());
    put("localNetworkGateways/l", Sites.localGateway());
    wall.pass(Duration.ofSeconds(11));
    ArmClient.Answer vpn = put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    ArmClient.Answer er = put("virtualNetworkGateways/er", Sites.expressRoute("Standard"));
    wall.pass(Duration.ofSeconds(850));
    assertThat(operation(er)).isEqualTo("{\"status\":\"Succeeded\"}");
    assertThat(operation(vpn)).isEqualTo("{\"status\":\"InProgress\"}");
    stop();
    wall.pass(Duration.ofSeconds(195));
    start();
    assertThat(state(get("virtualNetworkGateways/vpn"))).isEqualTo("Succeeded");
    assertThat(get("expressRouteCircuits/c").at("/properties/serviceProviderProvisioningState"))
        .hasToString("\"Provisioned\"");

    put("connections/tunnel", Sites.ipsec());
    put("connections/line", Sites.toCircuit());
    wall.pass(Duration.ofSeconds(180));
    for (String connection : List.of("tunnel", "line")) {
      JsonNode stands = get("connections/" + connection);
      assertThat(state(stands)).isEqualTo("Succeeded");
      assertThat(stands.at("/properties/connectionStatus").asText()).isEqualTo("Connected");
    }
    stop();
    assertThat(Files.readString(directory.resolve("state.json")))
        .doesNotContain("abc123", "md5-of-peering");
    start();
    assertThat(get("connections/tunnel").at("/properties/sharedKey").asText()).isEqualTo("abc123");

    delete("connections/tunnel", 11);
    delete("connections/line", 41);
    delete("virtualNetworkGateways/vpn", 436);
    delete("virtualNetworkGateways/er", 440);
    delete("localNetworkGateways/l", 11);
    delete("publicIPAddresses/p", 10);
    delete("virtualNetworks/v", 10);
    client.admin().post("/_simulator/circuits/c/provider", "{\"state\":\"NotProvisioned\"}");
    delete("expressRouteCircuits/c", 16);
    assertThat(client.delete(Bench.GROUP + VERSION).status()).isEqualTo(202);
    wall.pass(Duration.ofSeconds(15));
    assertThat(client.get(Bench.GROUP + VERSION).status()).isEqualTo(404);
  }

  @Test
  void aWriteOnAnOldStateIsRefused() {
    client.put(Bench.GROUP + VERSION, "{\"location\":\"westus2\"}");
    put("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    wall.pass(Duration.ofSeconds(10));
    String old = get("virtualNetworks/v").path("etag").asText();
    String subnet = Bench.json("{'properties': {'addressPrefix': '10.0.9.0/24'}}").toString();
    client.put(path("virtualNetworks/v/subnets/x"), subnet);
    wall.pass(Duration.ofSeconds(10));
    String body = Bench.json(Sites.network("10.0.255.224/27")).toString();

    ArmClient.Answer refused = client.send("PUT", path("virtualNetworks/v"), body, "If-Match", old);
    String current = get("virtualNetworks/v").path("etag").asText();
    ArmClient.Answer accepted =
        client.send("PUT", path("virtualNetworks/v"), body, "If-Match", current);

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.code()).isEqualTo("PreconditionFailed");
    assertThat(accepted.status()).isEqualTo(200);
  }

  @Test
  void goesWithItsGroupOnceTheCircuitIsDeprovisioned() {
    client.put(Bench.GROUP + VERSION, "{\"location\":\"westus2\"}");
    put("expressRouteCircuits/c", Sites.circuit());
    put("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    put("publicIPAddresses/p", Sites.address());
    put("localNetworkGateways/l", Sites.localGateway());
    wall.pass(Duration.ofMinutes(6));
    put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    wall.pass(Duration.ofMinutes(20));
    put("connections/tunnel", Sites.ipsec());
    wall.pass(Duration.ofMinutes(1));

    ArmClient.Answer blocked = client.delete(Bench.GROUP + VERSION);
    wall.pass(Duration.ofHours(1));

    ArmClient.Answer end = client.get(blocked.header("Location").orElseThrow());
    assertThat(end.status()).isEqualTo(409);
    assertThat(end.json().toString())
        .contains("ResourceGroupDeletionBlocked")
        .contains("Microsoft.Network/expressRouteCircuits/c");
    client.admin().post("/_simulator/circuits/c/provider", "{\"state\":\"NotProvisioned\"}");
    client.delete(Bench.GROUP + VERSION);
    wall.pass(Duration.ofHours(1));
    assertThat(client.get(Bench.GROUP + VERSION).status()).isEqualTo(404);
  }
}
