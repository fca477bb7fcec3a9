package io.github.hybridnet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsFileTest {
  private static final ResourceKey ADDRESS = key(ResourceType.PUBLIC_IP, "gw-pip");
  private static final ResourceKey GATEWAY = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "erc");

  @TempDir private Path directory;

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("sub", "rg", type, name);
  }

  private static ResourceChange change(ResourceKey key, ResourceChange.Action action) {
    return new ResourceChange(
        action,
        new DeclaredResource(key, Map.of(), List.of(), DeclaredResource.WriteRules.locking(key)),
        null,
        List.of());
  }

  private static GoalOutputs network(ResourceChange.Action action) {
    Map<ResourceChange, ActualResource> resources = new LinkedHashMap<>();
    resources.put(
        change(ADDRESS, action),
        new ActualResource(ADDRESS, null, "Succeeded", Map.of(), Map.of("ipAddress", "20.1.2.3")));
    Map<String, Object> properties =
        Map.of(
            "gatewayType", "Vpn",
            "bgpSettings", Map.of("bgpPeeringAddress", "10.0.255.254", "asn", 65515),
            "ipConfigurations",
                List.of(
                    Map.of(
                        "properties",
                        Map.of(
                            "publicIPAddress",
                            Map.of("id", ADDRESS.id().toUpperCase(java.util.Locale.ROOT))))));
    resources.put(
        change(GATEWAY, action),
        new ActualResource(GATEWAY, null, "Succeeded", Map.of("properties", properties), Map.of()));
    return GoalOutputs.of("simulator", new EngineResult(resources, List.of(), Map.of(), List.of()));
  }

  private static GoalOutputs circuit(String cloud) {
    ActualResource circuit =
        new ActualResource(
            CIRCUIT,
            null,
            "Succeeded",
            Map.of(),
            Map.of("serviceKey", "key-1", "serviceProviderProvisioningState", "Provisioned"));
    return new GoalOutputs(cloud, List.of(), List.of(), List.of()).withCircuits(List.of(circuit));
  }

  private JsonNode written() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("outputs.json").toFile());
  }

  @Test
  void goalsAddToEachOther() throws IOException {
    OutputsFile file = new OutputsFile(directory);
    file.add(circuit("simulator"));
    file.add(network(ResourceChange.Action.CREATE));
    file.add(network(ResourceChange.Action.UNCHANGED));
    JsonNode root = written();
    assertThat(root.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(root.path("cloud").asText()).isEqualTo("simulator");
    assertThat(root.at("/circuit/serviceKey").asText()).isEqualTo("key-1");
    assertThat(root.at("/circuit/providerState").asText()).isEqualTo("Provisioned");
    assertThat(root.path("resources")).hasSize(2);
    assertThat(root.at("/resources/1/action").asText()).isEqualTo("unchanged");
    assertThat(root.at("/resources/1/type").asText())
        .isEqualTo("Microsoft.Network/virtualNetworkGateways");
    assertThat(root.at("/gateways/0/publicIpAddresses/0").asText()).isEqualTo("20.1.2.3");
    assertThat(root.at("/gateways/0/bgpPeeringAddress").asText()).isEqualTo("10.0.255.254");
    assertThat(root.at("/gateways/0/asn").isNumber()).isTrue();
    assertThat(root.at("/gateways/0/asn").asLong()).isEqualTo(65515);
  }

  @Test
  void anotherCloudBeginsAnew() throws IOException {
    OutputsFile file = new OutputsFile(directory);
    file.add(network(ResourceChange.Action.CREATE));
    file.add(circuit("azure"));
    assertThat(written().path("resources")).isEmpty();
    assertThat(written().path("cloud").asText()).isEqualTo("azure");
  }

  @Test
  void aDamagedFileIsWrittenAnew() throws IOException {
    Files.writeString(directory.resolve("outputs.json"), "{ half");
    new OutputsFile(directory).add(circuit("azure"));
    assertThat(written().at("/circuit/name").asText()).isEqualTo("erc");
  }

  @Test
  void whatIsGoneIsTakenOut() throws IOException {
    OutputsFile file = new OutputsFile(directory);
    file.add(circuit("simulator"));
    file.add(network(ResourceChange.Action.CREATE));
    assertThat(file.remove(List.of(GATEWAY.id().toUpperCase(java.util.Locale.ROOT)))).isTrue();
    assertThat(written().path("gateways")).isEmpty();
    assertThat(written().path("resources")).hasSize(1);
    assertThat(written().at("/circuit/name").asText()).isEqualTo("erc");
    assertThat(file.remove(List.of(CIRCUIT.id(), ADDRESS.id()))).isTrue();
    assertThat(written().path("resources")).isEmpty();
    assertThat(written().has("circuit")).isFalse();
    assertThat(file.remove(List.of(CIRCUIT.id()))).isFalse();
  }

  @Test
  void aFileIsNotMadeToTakeSomethingOut() throws IOException {
    assertThat(new OutputsFile(directory).remove(List.of(CIRCUIT.id()))).isFalse();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void nothingElseIsLeftInTheDirectory() throws IOException {
    new OutputsFile(directory).add(circuit("azure"));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .extracting(Path::getFileName)
          .extracting(Path::toString)
          .containsExactly("outputs.json");
    }
  }

  @Test
  void propertiesCarryTheSame() {
    assertThat(OutputsProperties.of(network(ResourceChange.Action.CREATE)))
        .containsEntry("hybridnet.vpnGateway.publicIpAddresses", "20.1.2.3")
        .containsEntry("hybridnet.vpnGateway.id", GATEWAY.id())
        .containsEntry("hybridnet.publicIPAddresses.gw-pip.id", ADDRESS.id());
    assertThat(OutputsProperties.of(circuit("azure")))
        .containsEntry("hybridnet.circuit.serviceKey", "key-1")
        .containsEntry("hybridnet.circuit.id", CIRCUIT.id());
  }
}
