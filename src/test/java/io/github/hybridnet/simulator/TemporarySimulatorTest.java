package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.ChildProcesses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A simulator that leaves nothing behind, as tests of users have it. */
class TemporarySimulatorTest {
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
  private static final String V = "?api-version=2024-05-01";
  private static final String CIRCUIT =
      GROUP + "/providers/Microsoft.Network/expressRouteCircuits/er" + V;

  private final AzureSimulator simulator =
      AzureSimulator.start(
          options ->
              SimulatorFixture.prepared(options)
                  .withSpeed(0.001)
                  .withProvider(ProviderMode.MANUAL)
                  .withSeed(3));
  private final SimulatorAccess access = simulator.access();
  private final SimulatorAdmin admin = simulator.admin();
  private final ArmClient client = ArmClient.of(access);

  @AfterEach
  void close() {
    simulator.close();
  }

  private void circuit() {
    assertThat(client.put(GROUP + V, "{\"location\":\"westus2\"}").status()).isEqualTo(201);
    String body =
        "{\"location\":\"westus2\",\"sku\":{\"name\":\"Standard_MeteredData\",\"tier\":\"Standard\","
            + "\"family\":\"MeteredData\"},\"properties\":{\"serviceProviderProperties\":{\"serviceProviderName\":\"Equinix\",\"peeringLocation\":\"Silicon"
            + " Valley\",\"bandwidthInMbps\":50}}}";
    assertThat(client.put(CIRCUIT, body).status()).isEqualTo(201);
  }

  private JsonNode shown() {
    return client.get(CIRCUIT).json().path("properties");
  }

  @Test
  void directoryGoesWithIt() {
    Path directory = access.directory();
    assertThat(directory.resolve("endpoint")).exists();
    simulator.close();
    assertThat(directory).doesNotExist();
  }

  @Test
  void nothingStaysOfOneThatCannotStart() {
    assertThatThrownBy(() -> AzureSimulator.start(options -> options.withPort(access.port())))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining(access.port() + ", which another program uses.");
    assertThatThrownBy(() -> AzureSimulator.start(options -> options.withAddress("192.0.2.1")))
        .isInstanceOf(SimulatorException.class)
        .hasMessage(
            "The simulator cannot listen on the address '192.0.2.1': this machine does not have"
                + " that address.");
  }

  @Test
  void nextOneHasTheCertificatesOfTheFirstAndCredentialsOfItsOwn() throws IOException {
    try (AzureSimulator next = AzureSimulator.start()) {
      assertThat(Files.readString(next.access().caCertificate()))
          .isEqualTo(Files.readString(access.caCertificate()));
      assertThat(next.access().credentials()).isNotEqualTo(access.credentials());
      assertThat(ArmClient.of(next.access()).get("/subscriptions" + V).status()).isEqualTo(200);
      assertThat(next.endpoint()).isNotEqualTo(simulator.endpoint());
    }
  }

  @Test
  void timeIsAdvanced() {
    circuit();
    assertThat(shown().path("provisioningState").asText()).isEqualTo("Updating");
    Instant before = admin.now();
    admin.advance(Duration.ofHours(1));
    assertThat(admin.now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    assertThat(shown().path("provisioningState").asText()).isEqualTo("Succeeded");
  }

  @Test
  void providerIsPlayed() {
    circuit();
    admin.advance(Duration.ofHours(1));
    assertThat(shown().path("serviceProviderProvisioningState").asText())
        .isEqualTo("NotProvisioned");
    admin.provider("er", "Provisioned");
    assertThat(shown().path("serviceProviderProvisioningState").asText()).isEqualTo("Provisioned");
  }

  @Test
  void refusedCallSaysWhatTheSimulatorSaid() {
    assertThatThrownBy(() -> admin.provider("nowhere", "Provisioned"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("POST circuits/nowhere/provider was answered with 404")
        .hasMessageContaining("is named 'nowhere'");
    assertThatThrownBy(() -> admin.connectionStatus("a b/c", "NotConnected"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("is named 'a b/c'");
    assertThatThrownBy(() -> admin.restore("never"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("No snapshot is named 'never'.");
    assertThatThrownBy(() -> admin.send("GET", "nothing", ""))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("There is no admin call")
        .hasMessageNotContaining(access.credentials().adminToken());
  }

  @Test
  void requestsAreRecorded() {
    circuit();
    client.get(GROUP + "x" + V);
    List<RecordedRequest> requests = admin.requests();
    assertThat(requests).extracting(RecordedRequest::method).containsExactly("PUT", "PUT", "GET");
    assertThat(requests).extracting(RecordedRequest::status).containsExactly(201, 201, 404);
    assertThat(requests.get(0).path()).isEqualTo(GROUP);
    assertThat(requests.get(0).query()).isEqualTo(V.substring(1));
    assertThat(requests.get(1).provisioningState()).hasValue("Updating");
    assertThat(requests.get(2).provisioningState()).isEmpty();
  }

  @Test
  void resetForgetsAllButAddressCredentialsAndTime() {
    circuit();
    client.put("/_vaults/kv/secrets/s?api-version=7.4", "{\"value\":\"hidden\"}");
    String key = shown().path("serviceKey").asText();
    Instant before = admin.now();
    admin.reset();
    assertThat(admin.requests()).isEmpty();
    assertThat(client.get(GROUP + V).status()).isEqualTo(404);
    assertThat(client.get("/_vaults/kv/secrets/s?api-version=7.4").status()).isEqualTo(404);
    assertThat(admin.now()).isAfterOrEqualTo(before);
    circuit();
    assertThat(shown().path("serviceKey").asText()).as("with the same seed").isEqualTo(key);
  }

  @Test
  void faultsAreAddedAndForgotten() {
    String rules =
        "{\"rules\":[{\"match\":{\"operation\":\"GET\"},"
            + "\"effect\":{\"status\":{\"status\":503}}}]}";
    admin.addFaults(rules);
    assertThat(client.get("/subscriptions" + V).status()).isEqualTo(503);
    admin.clearFaults();
    assertThat(client.get("/subscriptions" + V).status()).isEqualTo(200);
    admin.addFaults(rules);
    admin.reset();
    assertThat(client.get("/subscriptions" + V).status()).isEqualTo(200);
    assertThatThrownBy(() -> admin.addFaults("{\"rules\":7}"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("InvalidFaults");
  }

  @Test
  void resetAndRestoreAreEventsToo() {
    circuit();
    admin.advance(Duration.ofHours(1));
    admin.save("built");
    admin.reset();
    admin.restore("built");
    List<String> events =
        admin
            .send("GET", "events?since=0&follow=false", "")
            .lines()
            .filter(line -> line.contains("/expressRouteCircuits/er"))
            .toList();
    assertThat(events).anyMatch(line -> line.contains("resourceDeleted"));
    assertThat(events.get(events.size() - 1)).contains("Succeeded");
  }

  @Test
  void whatWasSavedIsRestoredAsOftenAsWanted() {
    circuit();
    client.put("/_vaults/kv/secrets/s?api-version=7.4", "{\"value\":\"hidden\"}");
    admin.advance(Duration.ofHours(1));
    admin.save("built");
    for (int i = 0; i < 2; i++) {
      client.delete(GROUP + V);
      client.put("/_vaults/kv/secrets/s?api-version=7.4", "{\"value\":\"other\"}");
      admin.advance(Duration.ofHours(1));
      assertThat(client.get(CIRCUIT).status()).isEqualTo(404);
      admin.restore("built");
      assertThat(shown().path("provisioningState").asText()).isEqualTo("Succeeded");
      assertThat(client.get("/_vaults/kv/secrets/s?api-version=7.4").json().path("value").asText())
          .isEqualTo("hidden");
    }
  }

  @Test
  void propertiesAreInAFileWithoutSecrets() throws IOException {
    Properties properties = new Properties();
    Path file = access.directory().resolve("simulator.properties");
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    }
    assertThat(properties).hasSameSizeAs(access.properties());
    access
        .properties()
        .forEach(
            (name, value) ->
                assertThat(properties).containsEntry("hybridnet.simulator." + name, value));
    assertThat(properties)
        .containsEntry("hybridnet.simulator.endpoint", "https://127.0.0.1:" + access.port());
    assertThat(Files.readString(file)).doesNotContain(secrets()).doesNotContain("#");
  }

  @Test
  void shellGetsTheSecretWithoutItsBeingInTheFile() throws Exception {
    Path file = access.directory().resolve("environment.sh");
    assertThat(Files.readString(file)).doesNotContain(secrets());
    Process shell =
        ChildProcesses.bounded(
            new ProcessBuilder("sh", "-c", ". \"$0\"; env", file.toString())
                .redirectErrorStream(true)
                .start());
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(output).isZero();
    Map<String, String> expected = access.environment();
    assertThat(expected)
        .containsEntry("AZURE_CLIENT_SECRET", access.credentials().clientSecret())
        .containsEntry("AZURE_AUTHORITY_HOST", access.endpoint() + "/");
    expected.forEach((name, value) -> assertThat(output.lines()).contains(name + "=" + value));
  }

  @Test
  void javaTrustsTheTrustStore() throws Exception {
    KeyStore store =
        KeyStore.getInstance(
            access.trustStore().toFile(), SimulatorAccess.TRUST_STORE_PASSWORD.toCharArray());
    assertThat(store.getCertificate("ca").getEncoded())
        .isEqualTo(
            java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificate(Files.newInputStream(access.caCertificate()))
                .getEncoded());
  }

  private String[] secrets() {
    return new String[] {access.credentials().clientSecret(), access.credentials().adminToken()};
  }
}
