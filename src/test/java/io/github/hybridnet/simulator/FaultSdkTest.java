package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.network.fluent.NetworkManagementClient;
import com.azure.resourcemanager.network.fluent.models.LocalNetworkGatewayInner;
import com.azure.resourcemanager.network.implementation.NetworkManagementClientBuilder;
import com.azure.resourcemanager.network.models.AddressSpace;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** How the Azure SDK for Java, with its own transport and retries, gets over faults. */
@Timeout(120)
class FaultSdkTest {
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg?api-version=2024-05-01";

  @TempDir Path directory;
  private AzureSimulator simulator;
  private ArmClient client;
  private NetworkManagementClient sdk;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    simulator = AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)));
    client = ArmClient.of(simulator.access());
    client.put(GROUP, "{\"location\":\"westus2\"}");
    String endpoint = simulator.access().endpoint().toString();
    HttpPipeline pipeline =
        new HttpPipelineBuilder()
            .policies(
                new RetryPolicy(),
                new BearerTokenAuthenticationPolicy(
                    request -> Mono.just(new AccessToken("any", OffsetDateTime.now().plusHours(1))),
                    endpoint + "/.default"))
            .httpClient(
                new JdkHttpClientBuilder(
                        HttpClient.newBuilder()
                            .sslContext(PemTrustStore.in(simulator.access().caCertificate())))
                    .build())
            .build();
    sdk =
        new NetworkManagementClientBuilder()
            .pipeline(pipeline)
            .endpoint(endpoint)
            .subscriptionId(simulator.access().credentials().subscriptionId())
            .buildClient();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private LocalNetworkGatewayInner create() {
    LocalNetworkGatewayInner wanted =
        new LocalNetworkGatewayInner()
            .withGatewayIpAddress("40.50.60.70")
            .withLocalNetworkAddressSpace(
                new AddressSpace().withAddressPrefixes(List.of("192.168.0.0/16")));
    wanted.withLocation("westus2");
    return sdk.getLocalNetworkGateways().createOrUpdate("rg", "l", wanted);
  }

  private void fault(String rule) {
    assertThat(client.admin().post("/_simulator/faults", rule.replace('\'', '"')).status())
        .isEqualTo(201);
  }

  private List<Integer> statuses(String query) {
    List<Integer> statuses = new ArrayList<>();
    for (JsonNode entry :
        client.admin().get("/_simulator/requests?name=l" + query).json().path("requests")) {
      statuses.add(entry.path("status").asInt());
    }
    return statuses;
  }

  @Test
  void putWhoseAnswerIsLostIsSentAgainAndFindsTheResource() {
    fault(
        """
        {'match': {'operation': 'PUT'}, 'phase': 'after', 'calls': {'times': 1},
         'effect': {'reset': {}}}
        """);
    assertThat(create().provisioningState()).hasToString("Succeeded");
    assertThat(statuses("&method=PUT")).containsExactly(201, 200);
  }

  @Test
  void throttledAndUnavailableAnswersAreWaitedOut() {
    fault(
        """
        {'rules': [
          {'match': {'operation': 'PUT'}, 'calls': {'times': 1},
           'effect': {'status': {'status': 429, 'retryAfter': 1}}},
          {'phase': 'polling', 'calls': {'times': 1}, 'effect': {'status': {'status': 503}}}]}
        """);
    assertThat(create().provisioningState()).hasToString("Succeeded");
    assertThat(statuses("&method=PUT")).containsExactly(429, 201);
    assertThat(statuses("&method=GET")).startsWith(503, 200);
  }

  @Test
  void failedOperationIsAnExceptionAndASecondPutRepairs() {
    fault(
        """
        {'calls': {'times': 1}, 'effect': {'failOperation': {'code': 'Odd', 'message': 'Why?'}}}
        """);
    ManagementException failed = catchThrowableOfType(ManagementException.class, this::create);
    assertThat(failed.getValue().getCode()).isEqualTo("Odd");
    assertThat(sdk.getLocalNetworkGateways().getByResourceGroup("rg", "l").provisioningState())
        .hasToString("Failed");
    assertThat(create().provisioningState()).hasToString("Succeeded");
  }

  @Test
  void operationThatIsLostIsAnException() {
    fault("{'effect': {'lostOperation': {}}}");
    assertThat(catchThrowableOfType(RuntimeException.class, this::create)).isNotNull();
    assertThat(statuses("&method=GET")).startsWith(404);
  }
}
