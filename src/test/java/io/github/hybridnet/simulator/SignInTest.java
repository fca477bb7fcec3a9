package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private static final String V = "?api-version=2024-05-01";

  @TempDir Path directory;
  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-02T03:04:05Z"));
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void start() {
    start("127.0.0.1");
  }

  private void start(String address) {
    SimulatorFixture.prepared(directory);
    SimulatorOptions options =
        SimulatorOptions.in(directory).withWallClock(wall).withAddress(address);
    simulator = AzureSimulator.start(options, List.of());
    client = ArmClient.of(simulator.access()).bearer("");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private ArmClient.Answer token(String tenantPath, String client, String secret) {
    return this.client.send(
        "POST",
        "/" + tenantPath,
        "grant_type=client_credentials&client_info=1&client_id="
            + client
            + "&client_secret="
            + secret
            + "&scope=https%3A%2F%2Flocalhost%2F%2F.default",
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{t}/oauth2/v2.0/token",
        "{t}/oauth2/token",
        "adfs/oauth2/token",
        "common/oauth2/v2.0/token"
      })
  void rightSecretGetsAToken(String path) {
    SimulatorCredentials credentials = simulator.access().credentials();
    ArmClient.Answer answer =
        token(
            path.replace("{t}", credentials.tenantId()),
            credentials.clientId(),
            credentials.clientSecret());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3599);
    String token = answer.json().path("access_token").asText();
    assertThat(token.split("\\.")).hasSize(3);
    assertThat(client.bearer(token).get("/subscriptions" + V).status()).isEqualTo(200);
  }

  @Test
  void wrongSecretClientAndTenantAreRefusedInTheWordsOfAzure() {
    SimulatorCredentials credentials = simulator.access().credentials();
    String path = credentials.tenantId() + "/oauth2/v2.0/token";
    refused(token(path, credentials.clientId(), "wrong"), 401, "invalid_client", 7000215);
    refused(
        token(path, "11111111-0000-0000-0000-000000000000", credentials.clientSecret()),
        400,
        "unauthorized_client",
        700016);
    refused(
        token(
            "11111111-0000-0000-0000-000000000000/oauth2/v2.0/token",
            credentials.clientId(),
            credentials.clientSecret()),
        400,
        "invalid_request",
        90002);
    refused(
        client.send("POST", "/" + path, "grant_type=password&client_id=x"),
        400,
        "unsupported_grant_type",
        70003);
    refused(
        client.send("POST", "/" + path, "grant_type=client_credentials"),
        400,
        "invalid_request",
        900144);
    refused(
        client.send(
            "POST",
            "/" + path,
            "grant_type=client_credentials&client_id=" + credentials.clientId()),
        401,
        "invalid_client",
        7000216);
  }

  private static void refused(ArmClient.Answer answer, int status, String error, int code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").asText()).isEqualTo(error);
    assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(code);
    assertThat(answer.json().path("error_description").asText()).startsWith("AADSTS" + code + ": ");
  }

  @Test
  void assertionIsAcceptedOnLoopback() {
    SimulatorCredentials credentials = simulator.access().credentials();
    ArmClient.Answer answer =
        client.send(
            "POST",
            "/" + credentials.tenantId() + "/oauth2/v2.0/token",
            "grant_type=client_credentials&client_assertion=jwt&client_id="
                + credentials.clientId());
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void noTokenIsRefusedWithAChallenge() {
    ArmClient.Answer answer = client.get("/subscriptions" + V);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("AuthenticationFailed");
    assertThat(answer.header("WWW-Authenticate").orElseThrow())
        .startsWith(
            "Bearer authorization_uri=\""
                + simulator.access().endpoint()
                + "/"
                + simulator.access().credentials().tenantId()
                + "\"");
    assertThat(client.bearer("anything").get("/subscriptions" + V).status()).isEqualTo(200);
  }

  @Test
  void elsewhereThanOnLoopbackOnlyItsOwnTokensCount() {
    stop();
    for (String file : SimulatorFixture.FILES) {
      assertThat(directory.resolve(file).toFile().delete()).isTrue();
    }
    start("0.0.0.0");
    SimulatorCredentials credentials = simulator.access().credentials();
    client = ArmClient.of(at("https://localhost")).bearer("");
    assertThat(client.bearer("anything").get("/subscriptions" + V).code())
        .isEqualTo("InvalidAuthenticationToken");
    String token =
        token(
                credentials.tenantId() + "/oauth2/v2.0/token",
                credentials.clientId(),
                credentials.clientSecret())
            .json()
            .path("access_token")
            .asText();
    assertThat(client.bearer(token).get("/subscriptions" + V).status()).isEqualTo(200);
    assertThat(client.bearer(token + "x").get("/subscriptions" + V).status()).isEqualTo(401);
    wall.pass(Duration.ofHours(1));
    assertThat(client.bearer(token).get("/subscriptions" + V).status()).isEqualTo(401);
    ArmClient.Answer assertion =
        client.send(
            "POST",
            "/" + credentials.tenantId() + "/oauth2/v2.0/token",
            "grant_type=client_credentials&client_assertion=jwt&client_id="
                + credentials.clientId());
    assertThat(assertion.status()).isEqualTo(401);
  }

  private SimulatorAccess at(String host) {
    SimulatorAccess access = simulator.access();
    return new SimulatorAccess(
        URI.create(host + ":" + access.endpoint().getPort()),
        access.caCertificate(),
        access.credentials());
  }

  @Test
  void requestsIdComesBackBecauseClientsCompareIt() {
    SimulatorCredentials credentials = simulator.access().credentials();
    String id = "0f5ad4f0-1c1c-4a51-9d2b-7b1d1a3c9f10";
    for (String secret : List.of(credentials.clientSecret(), "wrong")) {
      ArmClient.Answer answer =
          client.send(
              "POST",
              "/" + credentials.tenantId() + "/oauth2/v2.0/token",
              "grant_type=client_credentials&client_id="
                  + credentials.clientId()
                  + "&client_secret="
                  + secret,
              "client-request-id",
              id);
      assertThat(answer.header("client-request-id")).as("" + answer.status()).hasValue(id);
      if (answer.status() != 200) {
        assertThat(answer.json().path("correlation_id").asText()).isEqualTo(id);
        assertThat(answer.json().path("error_description").asText()).contains(id);
      }
    }
    assertThat(token("t/oauth2/token", "c", "s").header("client-request-id")).isEmpty();
  }

  @Test
  void metadataHaveTheFormOfTheirVersion() {
    String base = simulator.access().endpoint().toString();
    JsonNode first = client.get("/metadata/endpoints?api-version=2015-01-01").json();
    assertThat(first.at("/authentication/loginEndpoint").asText()).isEqualTo(base + "/adfs");
    assertThat(first.at("/authentication/audiences/0").asText()).isEqualTo(base + "/");
    JsonNode current = client.get("/metadata/endpoints?api-version=2022-09-01").json();
    assertThat(current.at("/authentication/loginEndpoint").asText()).isEqualTo(base + "/");
    assertThat(current.path("resourceManager").asText()).isEqualTo(base + "/");
    assertThat(current.path("suffixes").isObject()).isTrue();
    for (String version : List.of("2019-05-01", "2020-06-01")) {
      JsonNode array = client.get("/metadata/endpoints?api-version=" + version).json();
      assertThat(array.isArray()).isTrue();
      assertThat(array.get(0)).isEqualTo(current);
    }
    assertThat(client.get("/metadata/endpoints").status()).isEqualTo(400);
  }

  @Test
  void linksAreAtTheAddressByWhichTheClientCame() {
    ArmClient byAddress = ArmClient.of(at("https://127.0.0.1")).bearer("");
    String base = "https://127.0.0.1:" + simulator.access().endpoint().getPort();
    assertThat(
            byAddress
                .get("/metadata/endpoints?api-version=2022-09-01")
                .json()
                .path("resourceManager")
                .asText())
        .isEqualTo(base + "/");
    JsonNode configuration =
        byAddress.get("/some-tenant/v2.0/.well-known/openid-configuration").json();
    assertThat(configuration.path("token_endpoint").asText())
        .isEqualTo(base + "/some-tenant/oauth2/v2.0/token");
    assertThat(
            byAddress
                .get("/adfs/.well-known/openid-configuration")
                .json()
                .path("token_endpoint")
                .asText())
        .isEqualTo(base + "/adfs/oauth2/token");
  }
}
