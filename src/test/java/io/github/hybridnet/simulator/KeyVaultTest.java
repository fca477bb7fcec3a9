package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVaultTest {
  private static final String V = "?api-version=7.4";

  @TempDir Path directory;
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void start() {
    SimulatorFixture.prepared(directory);
    simulator = AzureSimulator.start(SimulatorOptions.in(directory), List.of());
    client = ArmClient.of(simulator.access());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void secretsHaveVersionsAndBelongToAVault() {
    String path = "/_vaults/kv/secrets/key";
    String first = client.put(path + V, "{\"value\":\"one\"}").json().path("id").asText();
    client.put(path + V, "{\"value\":\"two\"}");
    assertThat(first).startsWith(simulator.access().endpoint() + "/secrets/key/");
    assertThat(client.get(path + V).json().path("value").asText()).isEqualTo("two");
    assertThat(client.get(first + V).json().path("value").asText()).isEqualTo("one");
    assertThat(client.get("/_vaults/other/secrets/key" + V).code()).isEqualTo("SecretNotFound");
    assertThat(client.get("/secrets/key" + V).status()).isEqualTo(404);
    client.put("/secrets/key" + V, "{\"value\":\"default\"}");
    assertThat(client.get("/_vaults/default/secrets/key" + V).json().path("value").asText())
        .isEqualTo("default");
  }

  @Test
  void badRequestsAreRefused() {
    assertThat(client.put("/secrets/a_b" + V, "{\"value\":\"x\"}").status()).isEqualTo(400);
    assertThat(client.put("/secrets/a" + V, "{\"value\":1}").status()).isEqualTo(400);
    assertThat(client.put("/secrets/a" + V, "{").status()).isEqualTo(400);
    assertThat(client.delete("/secrets/a" + V).status()).isEqualTo(405);
  }

  @Test
  void requestWithoutATokenIsToldWhereToSignIn() {
    ArmClient.Answer challenged = client.bearer("").get("/_vaults/kv/secrets/key" + V);
    assertThat(challenged.status()).isEqualTo(401);
    String endpoint = simulator.access().endpoint().toString();
    assertThat(challenged.header("WWW-Authenticate"))
        .hasValue(
            "Bearer authorization=\""
                + endpoint
                + "/"
                + simulator.access().credentials().tenantId()
                + "\", resource=\""
                + endpoint
                + "\"");
  }

  @Test
  void sdkForSecretsSignsInAndReads() throws Exception {
    SimulatorAccess access = simulator.access();
    java.net.http.HttpClient.Builder jdk =
        java.net.http.HttpClient.newBuilder().sslContext(PemTrustStore.in(access.caCertificate()));
    HttpClient http = new JdkHttpClientBuilder(jdk).build();
    SecretClient secrets =
        new SecretClientBuilder()
            .vaultUrl(access.endpoint() + "/_vaults/kv")
            .disableChallengeResourceVerification()
            .httpClient(http)
            .credential(
                new ClientSecretCredentialBuilder()
                    .authorityHost(access.endpoint().toString())
                    .tenantId(access.credentials().tenantId())
                    .clientId(access.credentials().clientId())
                    .clientSecret(access.credentials().clientSecret())
                    .disableInstanceDiscovery()
                    .httpClient(http)
                    .build())
            .buildClient();
    assertThat(secrets.setSecret("key", "value").getProperties().getVersion()).hasSize(32);
    assertThat(secrets.getSecret("key").getValue()).isEqualTo("value");
    assertThatThrownBy(() -> secrets.getSecret("none"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("SecretNotFound");
  }
}
