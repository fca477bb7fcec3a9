package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.models.PublicIPSkuType;
import com.azure.resourcemanager.network.models.PublicIpAddress;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
      PublicIpAddress address = create(JavaSdkClient.of(simulator.access()));
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
      create(JavaSdkClient.of(simulator.access()));
      // 1.5 s of wall time, in whole seconds.
      assertThat(polls(client)).hasSizeBetween(1, 2);
    }
  }
}
