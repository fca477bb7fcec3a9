package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.models.Network;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientInstructionsTest {
  private final AzureSimulator simulator = AzureSimulator.start(SimulatorFixture::prepared);
  private final SimulatorAccess access = simulator.access();

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void everythingIsFilledInAndNothingIsSecret() {
    SimulatorOptions options = SimulatorOptions.in(access.directory()).withSpeed(0.5);
    List<String> lines = ClientInstructions.lines(access, options);
    assertThat(lines.get(0))
        .isEqualTo(
            "Azure Resource Manager is simulated at "
                + access.endpoint()
                + ", at 0.5 times the real speed. Press Ctrl-C to stop it. Its state stays in "
                + access.directory()
                + ".");
    assertThat(lines)
        .contains(
            "  az cloud register --name simulator --endpoint-resource-manager " + access.endpoint(),
            "  . \"" + access.directory() + "/environment.sh\"")
        .noneMatch(line -> line.matches(".*\\{[a-zA-Z]+}.*"))
        .noneMatch(line -> line.contains(access.credentials().clientSecret()))
        .noneMatch(line -> line.contains(access.credentials().adminToken()));
    assertThat(lines.get(1))
        .isEqualTo(
            "The connectivity provider acts by itself. Retired Azure features are refused."
                + " Simulated time runs.");
    assertThat(ClientInstructions.lines(access, options.withRetirements(false).withManualClock()))
        .contains(
            "The connectivity provider acts by itself. Retired Azure features are accepted."
                + " Simulated time is stopped until an admin call moves it.");
    assertThat(ClientInstructions.speed(options.withSpeed(300))).isEqualTo("300");
  }

  /** What is printed for Java, with trust for one client instead of the whole process. */
  @Test
  void javaSettingsServeTheAzureSdk() {
    String endpoint = access.endpoint().toString();
    HttpClient http =
        new JdkHttpClientBuilder(
                java.net.http.HttpClient.newBuilder().sslContext(access.sslContext()))
            .build();
    AzureEnvironment environment =
        new AzureEnvironment(
            Map.of(
                "resourceManagerEndpointUrl", endpoint + "/",
                "managementEndpointUrl", endpoint + "/",
                "activeDirectoryEndpointUrl", endpoint + "/"));
    ClientSecretCredential credential =
        new ClientSecretCredentialBuilder()
            .authorityHost(endpoint + "/")
            .disableInstanceDiscovery()
            .tenantId(access.credentials().tenantId())
            .clientId(access.credentials().clientId())
            .clientSecret(access.credentials().clientSecret())
            .httpClient(http)
            .build();
    NetworkManager manager =
        NetworkManager.configure()
            .withHttpClient(http)
            .authenticate(
                credential,
                new AzureProfile(
                    access.credentials().tenantId(),
                    access.credentials().subscriptionId(),
                    environment));
    Network network =
        manager
            .networks()
            .define("vnet")
            .withRegion("westus2")
            .withNewResourceGroup("rg")
            .withAddressSpace("10.0.0.0/16")
            .create();
    assertThat(network.id()).contains("/resourceGroups/rg/");
    assertThat(Path.of(access.properties().get("trustStore"))).exists();
  }
}
