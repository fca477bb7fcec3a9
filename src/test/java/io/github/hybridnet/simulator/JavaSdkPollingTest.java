package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.models.PublicIPSkuType;
import com.azure.resourcemanager.network.models.PublicIpAddress;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/**
 * The Azure SDK for Java with nothing set: without a Retry-After that it understands it would wait
 * 30 s between polls. What it did is read in the journal; wall time is not judged.
 */
class JavaSdkPollingTest {
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";

  @TempDir Path directory;

  private AzureSimulator start(double speed, Duration duration) {
    return AzureSimulator.start(
        SimulatorOptions.in(SimulatorFixture.prepared(directory))
            .withSpeed(speed)
            .withDurations(Map.of("publicIPAddresses.*", duration)));
  }

  private static NetworkManager manager(SimulatorAccess access) throws Exception {
    String endpoint = access.endpoint().toString();
    AzureEnvironment environment =
        new AzureEnvironment(
            Map.of(
                "resourceManagerEndpointUrl", endpoint,
                "activeDirectoryEndpointUrl", endpoint,
                "managementEndpointUrl", endpoint));
    SimulatorCredentials credentials = access.credentials();
    TokenCredential anything =
        request -> Mono.just(new AccessToken("any", OffsetDateTime.now().plusHours(1)));
    return NetworkManager.configure()
        .withHttpClient(
            new JdkHttpClientBuilder(
                    java.net.http.HttpClient.newBuilder()
                        .sslContext(PemTrustStore.in(access.caCertificate())))
                .build())
        .authenticate(
            anything,
            new AzureProfile(credentials.tenantId(), credentials.subscriptionId(), environment));
  }

  private static PublicIpAddress create(NetworkManager manager) {
    return manager
        .publicIpAddresses()
        .define("p")
        .withRegion("westus2")
        .withExistingResourceGroup("rg")
        .withSku(PublicIPSkuType.STANDARD)
        .withStaticIP()
        .create();
  }

  private static List<JsonNode> polls(ArmClient client) {
    JsonNode journal = client.admin().get("/_simulator/requests").json().path("requests");
    return StreamSupport.stream(journal.spliterator(), false)
        .filter(each -> each.path("path").asText().contains("/operations/"))
        .toList();
  }

  /** Each of these operations takes 0.3 s of wall time. */
  @ParameterizedTest
  @CsvSource({"1, PT0.3S", "300, PT90S", "10000, PT50M"})
  void operationOfAFractionOfASecondNeedsOnePoll(double speed, Duration duration) throws Exception {
    try (AzureSimulator simulator = start(speed, duration)) {
      ArmClient client = ArmClient.of(simulator.access());
      client.put(GROUP + "?api-version=2024-05-01", "{\"location\":\"westus2\"}");
      PublicIpAddress address = create(manager(simulator.access()));
      assertThat(address.innerModel().provisioningState()).hasToString("Succeeded");
      assertThat(polls(client)).hasSize(1);
      assertThat(polls(client).get(0).path("operationStatus").asText()).isEqualTo("Succeeded");
    }
  }

  @Test
  void longerOperationIsPolledAsTheServiceSays() throws Exception {
    try (AzureSimulator simulator = start(20, Duration.ofSeconds(30))) {
      ArmClient client = ArmClient.of(simulator.access());
      client.put(GROUP + "?api-version=2024-05-01", "{\"location\":\"westus2\"}");
      create(manager(simulator.access()));
      // 1.5 s of wall time, in whole seconds.
      assertThat(polls(client)).hasSizeBetween(1, 2);
    }
  }
}
