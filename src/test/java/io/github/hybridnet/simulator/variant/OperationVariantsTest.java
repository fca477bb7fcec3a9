package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.junit.Simulator;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How clients follow operations with each variant. */
@Simulator(manualClock = true)
class OperationVariantsTest {
  private static final String LINK = "Azure-AsyncOperation";
  private static final String ADDRESS = "publicIPAddresses/p";

  @Test
  void locationAloneLeadsToTheResource(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("operation-links", "location-only"));
    ArmClient.Answer created = rig.put(ADDRESS, VariantRig.ADDRESS);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header(LINK)).isEmpty();
    assertThat(created.header("Retry-After")).isPresent();
    String location = created.header("Location").orElseThrow();
    ArmClient.Answer running = rig.get(location);
    assertThat(running.status()).isEqualTo(202);
    assertThat(running.header(LINK)).isEmpty();
    assertThat(running.header("Location")).hasValue(location);
    rig.pass(60);
    ArmClient.Answer done = rig.get(location);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.json()).isEqualTo(rig.get(ADDRESS).json());
    ArmClient.Answer deleted = rig.send("DELETE", ADDRESS, "");
    assertThat(deleted.header(LINK)).isEmpty();
    rig.pass(60);
    assertThat(rig.get(deleted.header("Location").orElseThrow()).status()).isEqualTo(204);
  }

  @Test
  void linksNameAHostOfTheRegion(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("operation-links", "regional-host"));
    URI endpoint = simulator.access().endpoint();
    ArmClient.Answer created = rig.put(ADDRESS, VariantRig.ADDRESS);
    URI link = URI.create(created.header(LINK).orElseThrow());
    assertThat(link.getHost()).startsWith("westus2.").isNotEqualTo(endpoint.getHost());
    assertThat(link.getPort()).isEqualTo(endpoint.getPort());
    rig.pass(60);
    assertThat(rig.state(ADDRESS)).isEqualTo("Succeeded");
    assertThat(rig.get(link.getRawPath() + "?" + link.getRawQuery()).json().path("status").asText())
        .isEqualTo("Succeeded");
    assertThat(rig.send("DELETE", ADDRESS, "").header("Location").orElseThrow())
        .startsWith("https://westus2.");
  }

  @Test
  void onlyTheResourceTellsTheEnd(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("operation-links", "none"));
    ArmClient.Answer created = rig.put(ADDRESS, VariantRig.ADDRESS);
    assertThat(created.raw().headers().map())
        .doesNotContainKeys("azure-asyncoperation", "location", "retry-after");
    assertThat(created.json().at("/properties/provisioningState").asText()).isEqualTo("Updating");
    rig.pass(60);
    assertThat(rig.state(ADDRESS)).isEqualTo("Succeeded");
    ArmClient.Answer deleted = rig.send("DELETE", ADDRESS, "");
    assertThat(deleted.status()).isEqualTo(202);
    assertThat(deleted.header("Location")).isEmpty();
    rig.pass(60);
    assertThat(rig.get(ADDRESS).status()).isEqualTo(404);
  }

  @Test
  void templatesAreDeployedWithAnyLinks(AzureSimulator simulator) {
    for (String links : AzureVariant.OPERATION_LINKS.choices()) {
      VariantRig rig =
          new VariantRig(
              simulator, Map.of("operation-links", links, "finished-operations", "gone"));
      String deployment = rig.group() + "/providers/Microsoft.Resources/deployments/d";
      rig.put(
          deployment,
          "{'properties': {'mode': 'Incremental', 'template': {'$schema':"
              + " 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
              + " 'contentVersion': '1.0.0.0', 'resources': [{'type':"
              + " 'Microsoft.Network/publicIPAddresses', 'apiVersion': '2024-05-01', 'name': 'p',"
              + VariantRig.ADDRESS.substring(1)
              + "]}}}");
      rig.pass(600);
      assertThat(rig.state(deployment)).as(links).isEqualTo("Succeeded");
    }
  }

  @Test
  void operationsAreGoneSecondsAfterTheirEnd(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("finished-operations", "gone"));
    String link = rig.put(ADDRESS, VariantRig.ADDRESS).header(LINK).orElseThrow();
    rig.pass(12);
    assertThat(rig.get(link).json().path("status").asText()).isEqualTo("Succeeded");
    rig.pass(60);
    ArmClient.Answer gone = rig.get(link);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.message()).matches("Operation [0-9a-f-]{36} not found\\.");
    assertThat(rig.state(ADDRESS)).isEqualTo("Succeeded");
    rig.play(Map.of());
    assertThat(rig.get(link).status()).isEqualTo(200);
  }
}
