package io.github.hybridnet.simulator.variant.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.junit.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the variants of answers look to a client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Simulator(manualClock = true)
class AnswerVariantsTest {
  private static final String NETWORK =
      "/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet";
  private static final String VERSION = "?api-version=2025-03-01";

  private ArmClient client;
  private String network;

  @BeforeAll
  void deploy(AzureSimulator simulator) {
    client = ArmClient.of(simulator.access());
    String subscription = "/subscriptions/" + simulator.access().credentials().subscriptionId();
    client.put(
        subscription + "/resourceGroups/rg?api-version=2021-04-01", "{\"location\":\"westus2\"}");
    network = subscription + NETWORK;
    client.put(
        network + VERSION,
        "{\"location\":\"westus2\",\"properties\":{\"addressSpace\":{\"addressPrefixes\":[\"10.0.0.0/16\"]},"
            + "\"subnets\":[{\"name\":\"a\",\"properties\":{\"addressPrefix\":\"10.0.1.0/24\"}}]}}");
    simulator.admin().advance(Duration.ofMinutes(10));
  }

  @BeforeEach
  void playTheUsual(SimulatorAdmin admin) {
    admin.variants(Map.of());
  }

  @Test
  void resourceHasNoEtag(SimulatorAdmin admin) {
    ArmClient.Answer before = client.get(network + VERSION);
    assertThat(before.raw().headers().firstValue("ETag")).isPresent();
    assertThat(before.json().findValues("etag")).hasSize(2);
    admin.variants(Map.of("etag", "absent"));
    ArmClient.Answer after = client.get(network + VERSION);
    assertThat(after.raw().headers().firstValue("ETag")).isEmpty();
    assertThat(after.json().findValues("etag")).isEmpty();
    assertThat(after.json().at("/properties/subnets/0/name").asText()).isEqualTo("a");
  }

  /** Providers, locks, secrets and admin calls are answered as ever. */
  @Test
  void whatIsNoResourceStaysAsItIs(SimulatorAdmin admin) {
    String subscription = network.substring(0, network.indexOf("/resourceGroups"));
    String lock = network + "/providers/Microsoft.Authorization/locks/l?api-version=2020-05-01";
    client.put(lock, "{\"properties\":{\"level\":\"CanNotDelete\"}}");
    client.put("/secrets/s?api-version=7.4", "{\"value\":\"/subscriptions/A\"}");
    List<String> paths =
        List.of(
            lock,
            subscription + "?api-version=2022-12-01",
            subscription + "/providers/Microsoft.Network?api-version=2021-04-01",
            "/secrets/s?api-version=7.4");
    List<JsonNode> before = paths.stream().map(path -> client.get(path).json()).toList();
    assertThat(before).noneMatch(body -> body.has("error"));
    admin.variants(
        Map.of(
            "letter-case", "upper",
            "list-order", "reversed",
            "empty-members", "absent",
            "unknown-members", "added",
            "list-members", "reduced",
            "unknown-values", "added"));
    assertThat(paths.stream().map(path -> client.get(path).json()).toList()).isEqualTo(before);
    assertThat(client.admin().get("/_simulator/clock").json().has("addedLaterText")).isFalse();
    assertThat(client.get(network + VERSION).json().has("addedLaterText")).isTrue();
  }
}
