package io.github.hybridnet.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.app.FakeCloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployNetworkGoalTest {
  private static final DeployNetworkGoal.Request PLAIN =
      new DeployNetworkGoal.Request("westus2", false, false, "", false);

  @TempDir private Path directory;

  private final FakeCloudSession cloud = new FakeCloudSession();
  private final RecordedLines out = new RecordedLines();
  private final Properties properties = new Properties();

  private void run(HybridNetwork network, DeployNetworkGoal.Request request)
      throws InterruptedException {
    EngineOptions options = EngineOptions.timed(() -> Instant.EPOCH, d -> {}, Duration.ofHours(1));
    OutputsPublisher outputsPublisher =
        new OutputsPublisher(directory, properties::setProperty, out);
    new DeployNetworkGoal(cloud, options, out, outputsPublisher).run(network, request);
  }

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("sub", "ra-rg", type, name);
  }

  private void standing(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    cloud.fake.standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }

  private void circuit(String providerState) {
    standing(
        key(ResourceType.CIRCUIT, "ra-erc"),
        Map.of(),
        Map.of(
            "circuitProvisioningState",
            "Enabled",
            "serviceProviderProvisioningState",
            providerState,
            "serviceKey",
            "key-1",
            "peerings",
            List.of(Map.of("peeringType", "AzurePrivatePeering", "state", "Enabled"))));
  }

  @Test
  void buildsTheNetworkAndHandsOverWhatItIs() throws Exception {
    circuit("Provisioned");
    run(SampleNetwork.reference(), PLAIN);
    assertThat(cloud.fake.applied).hasSize(8);
    assertThat(out.lines())
        .contains(
            "INFO The network matches the parameter files.",
            "WARN Billed from now on: public IP address ra-vpn-vgw-pip, virtual network gateway"
                + " ra-vpn-vgw, virtual network gateway ra-er-vgw. Azure bills these from their"
                + " creation until they are deleted.")
        .anyMatch(
            line ->
                line.startsWith(
                    "INFO For the on-premises device: VPN gateway ra-vpn-vgw has the public"
                        + " address "));
    assertThat(properties)
        .containsEntry("hybridnet.circuit.serviceKey", "key-1")
        .containsEntry("hybridnet.vpnGateway.name", "ra-vpn-vgw");
    assertThat(Files.readString(directory.resolve("outputs.json"))).contains("ra-vpn-cn");
  }

  @Test
  void aSecondRunWritesNothing() throws Exception {
    circuit("Provisioned");
    run(SampleNetwork.reference(), PLAIN);
    cloud.fake.applied.clear();
    run(SampleNetwork.reference(), PLAIN);
    assertThat(cloud.fake.applied).isEmpty();
    assertThat(out.lines()).contains("INFO The network matches the parameter files. No changes.");
  }

  @Test
  void aChangeOfWhatOthersMayUseSaysThatTheyAreNotKnown() throws Exception {
    circuit("Provisioned");
    run(SampleNetwork.reference(), PLAIN);
    ResourceKey device = key(ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw");
    Map<String, Object> body = new LinkedHashMap<>(cloud.fake.standing.get(device).body());
    Map<String, Object> moved = new LinkedHashMap<>();
    ((Map<?, ?>) body.get("properties")).forEach((name, value) -> moved.put((String) name, value));
    moved.put("gatewayIpAddress", "203.0.113.9");
    body.put("properties", moved);
    standing(device, body, Map.of());
    cloud.fake.applied.clear();
    cloud.fake.whileListing =
        key -> {
          throw new CloudException(
              CloudException.Kind.UNAUTHORIZED,
              "AuthorizationFailed",
              "You may not.",
              new CloudException.Answer(403, null, null),
              null);
        };
    run(
        SampleNetwork.reference(),
        new DeployNetworkGoal.Request("westus2", false, false, "", true));
    assertThat(cloud.fake.applied).containsExactly(device);
    assertThat(out.lines())
        .contains(
            "WARN Who else uses the local network gateway 'ra-lgw' is not known, because this"
                + " identity may not read its connections: (AuthorizationFailed) You may not. Fix:"
                + " give this identity the role Reader on the subscription.");
  }

  @Test
  void theResultsForgetWhatHadToMakeRoom() throws Exception {
    circuit("Provisioned");
    run(SampleNetwork.reference(), PLAIN);
    Path file = directory.resolve("outputs.json");
    Files.writeString(file, Files.readString(file).replace("ra-vpn-vgw\"", "old-vgw\""));
    ResourceKey vpn = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
    ResourceKey old = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "old-vgw");
    ResourceKey network = key(ResourceType.VIRTUAL_NETWORK, "ra-vnet");
    standing(old, cloud.fake.standing.remove(vpn).body(), Map.of());
    standing(
        network, cloud.fake.standing.get(network).body(), Map.of("gatewayIds", List.of(old.id())));
    run(
        SampleNetwork.reference(),
        new DeployNetworkGoal.Request("westus2", false, false, "old-vgw,ra-vpn-cn", true));
    assertThat(cloud.fake.deleted).contains(old);
    assertThat(Files.readString(file)).contains("ra-vpn-vgw").doesNotContain("old-vgw");
  }

  @Test
  void aCircuitThatIsNotProvisionedIsRefusedBeforeAnythingIsWritten() {
    circuit("NotProvisioned");
    assertThatThrownBy(() -> run(SampleNetwork.reference(), PLAIN))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN4006");
    assertThat(cloud.fake.applied).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aForeignCircuitIsTrustedForItsAuthorizationKeyOnly() throws Exception {
    ResourceKey circuit = key(ResourceType.CIRCUIT, "ra-erc");
    cloud.fake.whileReading =
        key -> {
          if (key.equals(circuit)) {
            throw FakeCloud.failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    assertThatThrownBy(() -> run(SampleNetwork.reference(), PLAIN))
        .hasMessageStartingWith("HN4043");
    assertThat(cloud.fake.applied).isEmpty();

    GatewayDeclaration expressRoute = SampleNetwork.expressRoute();
    Secret key = Secret.of("authorization-key-1", Secret.Source.FILE);
    run(
        SampleNetwork.reference()
            .withGateways(
                SampleNetwork.vpn(),
                expressRoute.withConnections(
                    List.of(expressRoute.connections().get(0).withSecrets(null, key)))),
        PLAIN);
    assertThat(cloud.fake.standing).containsKey(key(ResourceType.CONNECTION, "ra-er-cn"));
    assertThat(out.lines())
        .anyMatch(l -> l.startsWith("WARN") && l.contains("assumed to be provisioned"));
  }

  @Test
  void anAddressThatAzureAskedForIsHandedOverInEachRun() throws Exception {
    circuit("Provisioned");
    cloud.fake.fail(
        key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw"),
        FakeCloud.failure(Kind.REFUSED, "PublicIpForGatewayIsRequired"));
    run(SampleNetwork.reference(), PLAIN);
    ResourceKey address = key(ResourceType.PUBLIC_IP, "ra-er-vgw-pip");
    assertThat(entry(address)).containsEntry("action", "create");

    standing(address, Map.of(), Map.of("ipAddress", "20.7.7.7"));
    run(SampleNetwork.reference(), PLAIN);
    assertThat(entry(address)).containsEntry("action", "unchanged");
    assertThat(properties)
        .containsEntry("hybridnet.expressRouteGateway.publicIpAddresses", "20.7.7.7")
        .containsEntry("hybridnet.publicIPAddresses.ra-er-vgw-pip.id", address.id());
  }

  private Map<String, Object> entry(ResourceKey key) throws IOException {
    JsonNode resources =
        new ObjectMapper().readTree(directory.resolve("outputs.json").toFile()).path("resources");
    for (JsonNode resource : resources) {
      if (resource.path("id").asText().equals(key.id())) {
        return new ObjectMapper().convertValue(resource, new TypeReference<>() {});
      }
    }
    return Map.of();
  }

  @Test
  void aCircuitOfAnotherSubscriptionIsUsedAndNotCreated() throws Exception {
    ResourceKey foreign = new ResourceKey("other", "corp", ResourceType.CIRCUIT, "shared-erc");
    circuit("Provisioned");
    ActualResource like =
        Objects.requireNonNull(cloud.fake.standing.remove(key(ResourceType.CIRCUIT, "ra-erc")));
    standing(foreign, like.body(), like.observed());
    GatewayDeclaration own = SampleNetwork.expressRoute();
    GatewayConnection gatewayConnection =
        new GatewayConnection(
            "ra-er-cn",
            "ExpressRoute",
            "ra-er-vgw",
            null,
            null,
            new CircuitReference("shared-erc", "corp", "other", null, SampleNetwork.NOWHERE),
            own.connections().get(0).options(),
            SampleNetwork.NOWHERE);
    HybridNetwork network =
        SampleNetwork.reference()
            .withCircuits(List.of())
            .withGateways(SampleNetwork.vpn(), own.withConnections(List.of(gatewayConnection)));
    run(network, PLAIN);
    assertThat(cloud.fake.applied).doesNotContain(foreign);
    assertThat(
            Objects.requireNonNull(
                    cloud.fake.standing.get(key(ResourceType.CONNECTION, "ra-er-cn")))
                .body()
                .toString())
        .contains("peer={id=" + foreign.id() + "}");
    cloud.fake.applied.clear();
    run(network, PLAIN);
    assertThat(cloud.fake.applied).isEmpty();
  }

  @Test
  void aMissingCircuitIsRefused() {
    assertThatThrownBy(() -> run(SampleNetwork.reference(), PLAIN))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN4005");
    assertThat(cloud.fake.applied).isEmpty();
  }

  @Test
  void theExpressRouteConnectionCanBeDeferred() throws Exception {
    circuit("NotProvisioned");
    run(
        SampleNetwork.reference(),
        new DeployNetworkGoal.Request("westus2", true, false, "", false));
    assertThat(cloud.fake.standing)
        .containsKey(key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw"))
        .doesNotContainKey(key(ResourceType.CONNECTION, "ra-er-cn"));
    assertThat(out.lines())
        .contains("WARN The ExpressRoute connection was not created:")
        .contains("INFO Everything except the ExpressRoute connection matches the parameter files.")
        .anyMatch(line -> line.startsWith("WARN HN4006"))
        .noneMatch(line -> line.contains("hybridnet.deferExpressRoute"));
  }

  @Test
  void aGroupMayBeInAnotherRegionThanItsNetwork() throws Exception {
    circuit("Provisioned");
    ResourceKey group = key(ResourceType.RESOURCE_GROUP, "ra-rg");
    standing(group, Map.of("location", "westeurope"), Map.of());
    run(SampleNetwork.reference(), PLAIN);
    assertThat(cloud.fake.applied).doesNotContain(group).isNotEmpty();
    assertThat(cloud.fake.bodies).allMatch(body -> "westus2".equals(body.get("location")));
    cloud.fake.applied.clear();
    run(SampleNetwork.reference(), new DeployNetworkGoal.Request(null, false, false, "", false));
    assertThat(cloud.fake.applied).isEmpty();
  }

  @Test
  void theLocationIsThatOfTheGroupUnlessGiven() throws Exception {
    circuit("Provisioned");
    standing(key(ResourceType.RESOURCE_GROUP, "ra-rg"), Map.of("location", "westeurope"), Map.of());
    run(SampleNetwork.reference(), new DeployNetworkGoal.Request(null, false, false, "", false));
    assertThat(cloud.fake.bodies.get(0)).containsEntry("location", "westeurope");
  }

  @Test
  void withoutGroupAndLocationThereIsNowhereToDeployTo() {
    circuit("Provisioned");
    assertThatThrownBy(
            () ->
                run(
                    SampleNetwork.reference(),
                    new DeployNetworkGoal.Request(null, false, false, "", false)))
        .hasMessageStartingWith("HN4003");
  }

  @Test
  void afterAFailureWhatStandsIsHandedOver() throws Exception {
    circuit("Provisioned");
    cloud.fake.fail(
        key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw"),
        FakeCloud.failure(Kind.REFUSED, "RequestDisallowedByPolicy"));
    assertThatThrownBy(() -> run(SampleNetwork.reference(), PLAIN))
        .hasMessageContaining("(RequestDisallowedByPolicy) it said RequestDisallowedByPolicy")
        .hasMessageContaining("Not tried because of that: connection ra-vpn-cn")
        .hasMessageContaining("Existing in Azure: resource group ra-rg");
    assertThat(Files.readString(directory.resolve("outputs.json")))
        .contains("ra-er-vgw")
        .doesNotContain("ra-vpn-cn");
  }

  @Test
  void aGatewayThatAzureCannotChangeIsNotTouched() throws Exception {
    circuit("Provisioned");
    run(SampleNetwork.reference(), PLAIN);
    cloud.fake.applied.clear();
    ResourceKey gateway = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
    standing(gateway, Map.of("properties", Map.of("sku", Map.of("name", "Basic"))), Map.of());
    assertThatThrownBy(() -> run(SampleNetwork.reference(), PLAIN))
        .hasMessageStartingWith("HN4004")
        .hasMessageContaining("properties.sku.name: Basic -> VpnGw1AZ")
        .hasMessageContaining(
            "-Dhybridnet.allowReplace=ra-vpn-vgw -Dhybridnet.allowOutage if that");
    assertThat(cloud.fake.applied).isEmpty();
    assertThat(cloud.fake.deleted).isEmpty();
  }

  @Test
  void whatWasRemovedAndCouldNotBeMadeAgainIsNoLongerHandedOver() throws Exception {
    circuit("Provisioned");
    run(SampleNetwork.reference(), PLAIN);
    assertThat(Files.readString(directory.resolve("outputs.json"))).contains("ra-vpn-vgw\"");
    ResourceKey gateway = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
    standing(gateway, Map.of("properties", Map.of("sku", Map.of("name", "Basic"))), Map.of());
    cloud.fake.whileApplying =
        key -> {
          if (key.equals(gateway) && !cloud.fake.standing.containsKey(key)) {
            throw FakeCloud.failure(Kind.REFUSED, "RequestDisallowedByPolicy");
          }
        };
    DeployNetworkGoal.Request request =
        new DeployNetworkGoal.Request("westus2", false, false, "ra-vpn-vgw", true);
    assertThatThrownBy(() -> run(SampleNetwork.reference(), request))
        .hasMessageStartingWith("HN4010")
        .hasMessageContaining(
            "  Removed and not created again: virtual network gateway ra-vpn-vgw, because"
                + " (RequestDisallowedByPolicy)")
        .hasMessageContaining(
            "Removed and not created again: connection ra-vpn-cn, because a resource that")
        .satisfies(
            e ->
                assertThat(e.getMessage().lines().filter(l -> l.contains("Existing in Azure")))
                    .hasSize(1)
                    .noneMatch(l -> l.contains("gateway ra-vpn-vgw")));
    assertThat(cloud.fake.deleted).contains(gateway);
    assertThat(Files.readString(directory.resolve("outputs.json")))
        .contains("ra-er-vgw\"")
        .doesNotContain("ra-vpn-vgw\"", "ra-vpn-cn\"");
  }

  @Test
  void secretsAreFetchedFromTheirVault() throws Exception {
    circuit("Provisioned");
    HybridNetwork reference = SampleNetwork.reference();
    Secret inVault = Secret.in(new Secret.KeyVaultReference("/vault", "psk", null));
    HybridNetwork network =
        reference.withGateways(
            SampleNetwork.vpn()
                .withConnections(
                    List.of(SampleNetwork.vpn().connections().get(0).withSecrets(inVault, null))),
            reference.expressRoute());
    run(network, PLAIN);
    Map<?, ?> body =
        (Map<?, ?>)
            cloud
                .fake
                .standing
                .get(key(ResourceType.CONNECTION, "ra-vpn-cn"))
                .body()
                .get("properties");
    assertThat(((Secret) body.get("sharedKey")).reveal()).isEqualTo("from the vault");
  }

  @Test
  void noKeyIsShown() throws Exception {
    circuit("Provisioned");
    run(SampleNetwork.reference(), PLAIN);
    assertThat(String.join("\n", out.lines())).doesNotContain(SampleNetwork.KEY);
    assertThat(Files.readString(directory.resolve("outputs.json")))
        .doesNotContain(SampleNetwork.KEY);
  }
}
