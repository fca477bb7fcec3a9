package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes of a circuit that the service gives up. */
class FailedCircuitTest {
  private static final String CIRCUIT =
      """
      {"location": "westus2", "sku": {"name": "Standard_MeteredData", "tier": "Standard",
         "family": "MeteredData"},
       "properties": {"serviceProviderProperties": {"serviceProviderName": "Equinix",
         "peeringLocation": "Silicon Valley", "bandwidthInMbps": %d}}}
      """;

  private final AzureSimulator simulator =
      AzureSimulator.start(options -> SimulatorFixture.prepared(options).withManualClock());
  private final ArmClient client = ArmClient.of(simulator.access());
  private final String group =
      "/subscriptions/" + simulator.access().credentials().subscriptionId() + "/resourceGroups/g";
  private final String path =
      group + "/providers/Microsoft.Network/expressRouteCircuits/c?api-version=2024-05-01";

  @AfterEach
  void stop() {
    simulator.close();
  }

  private JsonNode put(int bandwidth) {
    assertThat(client.put(path, CIRCUIT.formatted(bandwidth)).status()).isIn(200, 201);
    simulator.admin().advance(Duration.ofHours(1));
    return client.get(path).json().path("properties");
  }

  @Test
  void aChangeThatFailsDoesNotDisableTheCircuit() {
    client.put(group + "?api-version=2021-04-01", "{\"location\":\"westus2\"}");
    assertThat(put(50).path("circuitProvisioningState").asText()).isEqualTo("Enabled");
    simulator.admin().addFaults("{\"rules\":[{\"effect\":{\"failOperation\":{}}}]}");
    JsonNode failed = put(100);
    assertThat(failed.path("provisioningState").asText()).isEqualTo("Failed");
    assertThat(failed.path("circuitProvisioningState").asText()).isEqualTo("Enabled");
  }

  @Test
  void aCreationThatFailsLeavesACircuitThatWasNeverEnabled() {
    client.put(group + "?api-version=2021-04-01", "{\"location\":\"westus2\"}");
    simulator.admin().addFaults("{\"rules\":[{\"effect\":{\"failOperation\":{}}}]}");
    JsonNode failed = put(50);
    assertThat(failed.path("provisioningState").asText()).isEqualTo("Failed");
    assertThat(failed.path("circuitProvisioningState").asText()).isEqualTo("Disabled");
  }
}
