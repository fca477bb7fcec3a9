package io.github.hybridnet.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hybridnet.app.FakeCloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.circuit.CreateCircuitGoalTest;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanGoalTest {
  private static final EngineOptions OPTIONS =
      EngineOptions.timed(() -> Instant.EPOCH, d -> {}, Duration.ofHours(1));
  private static final DeployNetworkGoal.Request PLAIN =
      new DeployNetworkGoal.Request("westus2", false, false, "", false);

  @TempDir private Path directory;

  private final FakeCloudSession cloud = new FakeCloudSession();
  private final RecordedLines out = new RecordedLines();
  private boolean noPeeringKeys;

  private void plan(DeployNetworkGoal.Request request, boolean failOnChanges)
      throws InterruptedException {
    plan(SampleNetwork.reference(), request, failOnChanges);
  }

  private void plan(HybridNetwork network, DeployNetworkGoal.Request request, boolean failOnChanges)
      throws InterruptedException {
    new PlanGoal(cloud, OPTIONS, out, directory)
        .run(network, new PlanGoal.Request(request, noPeeringKeys, failOnChanges));
  }

  private JsonNode json() throws IOException {
    return JsonMapper.builder().build().readTree(directory.resolve("plan.json").toFile());
  }

  private static Map<String, Object> circuitBody() {
    DeploymentScope deploymentScope = new DeploymentScope("sub", "ra-rg", new Region("westus2"));
    return new NetworkResources(SampleNetwork.reference(), deploymentScope)
        .circuits().stream()
            .filter(d -> d.key().type() == ResourceType.CIRCUIT)
            .findFirst()
            .orElseThrow()
            .body();
  }

  private void circuit(String providerState) {
    ResourceKey key = new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");
    cloud.fake.standing.put(
        key,
        new ActualResource(
            key,
            null,
            "Succeeded",
            circuitBody(),
            Map.of(
                "circuitProvisioningState",
                "Enabled",
                "serviceProviderProvisioningState",
                providerState,
                "peerings",
                List.of(Map.of("peeringType", "AzurePrivatePeering", "state", "Enabled")))));
  }

  private void deployed() throws InterruptedException {
    circuit("Provisioned");
    new DeployNetworkGoal(
            cloud,
            OPTIONS,
            new RecordedLines(),
            new OutputsPublisher(directory.resolve("deployed"), (n, v) -> {}, out))
        .run(SampleNetwork.reference(), PLAIN);
    cloud.fake.applied.clear();
  }

  /** Without the right to read groups it is not known whether there is one. */
  @Test
  void whatMayNotBeReadIsNamedAndNeverUnchanged() throws Exception {
    deployed();
    ResourceKey group = new ResourceKey("sub", "ra-rg", ResourceType.RESOURCE_GROUP, "ra-rg");
    cloud.fake.whileReading =
        key -> {
          if (key.equals(group)) {
            throw FakeCloud.failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    plan(PLAIN, false);
    assertThat(out.lines())
        .contains(
            "INFO Plan: 0 to create, 0 to update, 0 to replace, 0 to delete, 8 unchanged, 1 not"
                + " known",
            "INFO   ? resource group ra-rg",
            "INFO       It is not known whether it would be created or changed.")
        .contains("WARN hybridnet:deploy-network would fail before changing anything:")
        .endsWith("INFO No changes are known. What could not be read may differ.")
        .noneMatch(line -> line.contains("No changes are needed"));
    assertThat(json().path("changesAnything").isNull()).isTrue();
    assertThat(json().at("/summary/unread").asInt()).isEqualTo(1);
    assertThat(json().at("/unread/0/id").asText()).isEqualTo(group.id());
    assertThat(json().at("/unread/0/code").asText()).isEqualTo("AuthorizationFailed");
    assertThatThrownBy(() -> plan(PLAIN, true))
        .hasMessageStartingWith(
            "HN4088: It is not known whether these resources are as declared, because they could"
                + " not be read.")
        .hasMessageContaining("the resource group 'ra-rg': ")
        .hasMessageEndingWith(
            "Fix: give the identity shown above the role Reader on the resource group, and run the"
                + " goal again. Nothing was changed");
  }

  @Test
  void whereNothingMayBeReadItFails() throws Exception {
    cloud.fake.whileReading =
        key -> {
          throw FakeCloud.failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed");
        };
    assertThatThrownBy(() -> plan(PLAIN, false)).hasMessageStartingWith("HN4011: ");
  }

  @Test
  void writesNothingButItsFile() throws Exception {
    circuit("Provisioned");
    plan(PLAIN, false);
    assertThat(cloud.fake.applied).isEmpty();
    assertThat(cloud.fake.deleted).isEmpty();
    assertThat(directory).isDirectoryContaining("glob:**/plan.json");
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
    assertThat(out.lines())
        .contains(
            "INFO Plan: 8 to create, 0 to update, 0 to replace, 0 to delete, 1 unchanged",
            "INFO Plan as JSON: " + directory.resolve("plan.json"))
        .endsWith(
            "INFO Nothing was changed. To carry out this plan, run: hybridnet:deploy-network");
    assertThat(json().at("/summary/create").asInt()).isEqualTo(8);
    assertThat(json().at("/circuit/ready").asBoolean()).isTrue();
  }

  @Test
  void isTheTextThatDeployNetworkShows() throws Exception {
    circuit("Provisioned");
    new PlanGoal(cloud, OPTIONS, out, directory)
        .showWithoutCircuit(SampleNetwork.reference(), PLAIN);
    RecordedLines deployed = new RecordedLines();
    new DeployNetworkGoal(
            cloud, OPTIONS, deployed, new OutputsPublisher(directory, (n, v) -> {}, deployed))
        .run(SampleNetwork.reference(), PLAIN);
    assertThat(deployed.lines()).startsWith(out.lines().subList(0, 9).toArray(new String[0]));
  }

  @Test
  void saysThatNothingIsToBeDone() throws Exception {
    deployed();
    plan(PLAIN, true);
    assertThat(out.lines()).endsWith("INFO No changes are needed.");
    assertThat(json().path("changesAnything").asBoolean()).isFalse();
  }

  @Test
  void namesTheWordWithoutWhichDeployNetworkWouldStop() throws Exception {
    deployed();
    ResourceKey gateway =
        new ResourceKey("sub", "ra-rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
    ActualResource standing = cloud.fake.standing.get(gateway);
    Map<String, Object> body = new LinkedHashMap<>(standing.body());
    body.put("location", "northeurope");
    cloud.fake.standing.put(gateway, new ActualResource(gateway, null, "", body, Map.of()));
    plan(PLAIN, false);
    assertThat(out.lines())
        .endsWith(
            "INFO Nothing was changed. To carry out this plan, run: hybridnet:deploy-network"
                + " -Dhybridnet.allowReplace=ra-vpn-vgw -Dhybridnet.allowOutage");
  }

  @Test
  void showsWhatDeployNetworkWouldStopAt() throws Exception {
    deployed();
    ResourceKey network = new ResourceKey("sub", "ra-rg", ResourceType.VIRTUAL_NETWORK, "ra-vnet");
    Map<String, Object> body = new LinkedHashMap<>(cloud.fake.standing.get(network).body());
    body.put("location", "eastus");
    cloud.fake.standing.put(network, new ActualResource(network, null, "", body, Map.of()));
    ResourceKey device =
        new ResourceKey("sub", "ra-rg", ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw");
    cloud.fake.standing.remove(device);
    ResourceKey group = new ResourceKey("sub", "ra-rg", ResourceType.RESOURCE_GROUP, "ra-rg");
    cloud.drills.locks.add(new ManagementLock("keep", "ReadOnly", group.id()));
    plan(PLAIN, false);
    assertThat(out.lines())
        .contains("WARN hybridnet:deploy-network would fail before changing anything:")
        .anyMatch(line -> line.startsWith("WARN HN4020: "))
        .anyMatch(line -> line.startsWith("WARN HN4060: "))
        .anyMatch(line -> line.startsWith("WARN   The lock 'keep' (ReadOnly) on " + group.id()))
        .endsWith("INFO Nothing was changed.");
  }

  @Test
  void driftCanBeAFailure() throws Exception {
    deployed();
    ResourceKey device =
        new ResourceKey("sub", "ra-rg", ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw");
    cloud.fake.standing.remove(device);
    assertThatThrownBy(() -> plan(PLAIN, true))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "HN4021: The network differs from the parameter files: 1 to create");
    assertThat(json().path("changesAnything").asBoolean()).isTrue();
    plan(PLAIN, false);
  }

  @Test
  void aCircuitAndItsGroupArePlannedAndSaidToBeBilled() throws Exception {
    HybridNetwork network =
        SampleNetwork.reference().withCircuits(List.of(SampleNetwork.circuitIn("circuit-rg")));
    plan(network, PLAIN, false);
    assertThat(cloud.fake.applied).isEmpty();
    assertThat(out.lines())
        .contains(
            "INFO Plan: 10 to create, 0 to update, 0 to replace, 0 to delete, 0 unchanged",
            "INFO   + resource group circuit-rg",
            "INFO   + ExpressRoute circuit ra-erc")
        .anyMatch(l -> l.startsWith("WARN Would be billed: ExpressRoute circuit ra-erc, "));
    assertThat(json().path("changes").findValuesAsText("type"))
        .contains("Microsoft.Network/expressRouteCircuits");
  }

  @Test
  void aCircuitThatDiffersIsNotSaidToBeChangedByDeployNetwork() throws Exception {
    deployed();
    ResourceKey key = new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");
    ActualResource standing = cloud.fake.standing.get(key);
    Map<String, Object> body = new LinkedHashMap<>(standing.body());
    body.put("tags", Map.of());
    cloud.fake.standing.put(
        key, new ActualResource(key, null, "Succeeded", smaller(body), standing.observed()));
    plan(PLAIN, false);
    assertThat(out.lines())
        .endsWith(
            "INFO Nothing was changed. To carry out this plan, run: hybridnet:create-circuit");
    assertThatThrownBy(() -> plan(PLAIN, true)).hasMessageStartingWith("HN4021");
  }

  @Test
  void whatStopsCreateCircuitIsNotSaidOfDeployNetwork() throws Exception {
    deployed();
    failedCircuitWithPeering();

    plan(PLAIN, false);

    assertThat(out.lines())
        .containsSubsequence(
            "WARN hybridnet:create-circuit would fail before changing anything:",
            "WARN HN4086: The MD5 keys of these peerings are not known: circuit peering"
                + " ra-erc/AzurePrivatePeering. Azure does not show such keys, and a write without"
                + " the key may remove it. The BGP sessions of the peering would then go down.",
            "INFO Nothing was changed.");

    noPeeringKeys = true;
    RecordedLines again = new RecordedLines();
    new PlanGoal(cloud, OPTIONS, again, directory)
        .run(SampleNetwork.reference(), new PlanGoal.Request(PLAIN, noPeeringKeys, false));
    assertThat(again.lines()).noneMatch(line -> line.contains("HN4086"));
  }

  @Test
  void aCircuitThatCannotBecomeWhatIsDeclaredStopsCreateCircuit() throws Exception {
    deployed();
    ResourceKey key = new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");
    ActualResource standing = cloud.fake.standing.get(key);
    cloud.fake.standing.put(
        key,
        new ActualResource(
            key, null, "Succeeded", ofBandwidth(100_000, standing.body()), standing.observed()));

    plan(PLAIN, false);

    assertThat(out.lines())
        .containsSubsequence(
            "WARN hybridnet:create-circuit would fail before changing anything:",
            "WARN HN4040: The ExpressRoute circuit 'ra-erc' stays as it is, because Azure does not"
                + " allow these changes.")
        .noneMatch(line -> line.startsWith("WARN hybridnet:deploy-network would stop"));
  }

  @Test
  void aPeeringOutOfStepIsNamedThoughNothingOfOursDiffers() throws Exception {
    deployed();
    cloud.putPeeringOutOfStep();
    plan(PLAIN, false);
    assertThat(out.lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "WARN The peering 'to-spoke' of the virtual network 'ra-vnet' is"
                        + " 'LocalNotInSync'"));
  }

  /** A circuit is written with its peerings, of which Azure does not show the keys. */
  @SuppressWarnings("unchecked")
  private void failedCircuitWithPeering() {
    ResourceKey key = new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");
    ActualResource standing = cloud.fake.standing.get(key);
    Map<String, Object> body = new LinkedHashMap<>(standing.body());
    Map<String, Object> properties =
        new LinkedHashMap<>((Map<String, Object>) body.get("properties"));
    properties.put(
        "peerings",
        List.of(Map.of("name", "AzurePrivatePeering", "properties", Map.of("vlanId", 100))));
    body.put("properties", properties);
    cloud.fake.standing.put(
        key, new ActualResource(key, null, "Failed", body, standing.observed()));
  }

  private static Map<String, Object> smaller(Map<String, Object> body) {
    return ofBandwidth(10, body);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> ofBandwidth(int megabits, Map<String, Object> body) {
    Map<String, Object> properties =
        new LinkedHashMap<>((Map<String, Object>) body.get("properties"));
    Map<String, Object> provider =
        new LinkedHashMap<>((Map<String, Object>) properties.get("serviceProviderProperties"));
    provider.put("bandwidthInMbps", megabits);
    properties.put("serviceProviderProperties", provider);
    Map<String, Object> smaller = new LinkedHashMap<>(body);
    smaller.put("properties", properties);
    return smaller;
  }

  @Test
  void aChangedPeeringNeedsItsOwnWordAtCreateCircuit() throws Exception {
    deployed();
    HybridNetwork network =
        SampleNetwork.reference()
            .withCircuits(
                List.of(
                    CreateCircuitGoalTest.circuit(null, List.of(CreateCircuitGoalTest.peering()))));
    ResourceKey key =
        new ResourceKey("sub", "ra-rg", ResourceType.PEERING, "ra-erc/AzurePrivatePeering");
    Map<String, Object> properties =
        Map.of("peeringType", "AzurePrivatePeering", "state", "Enabled", "vlanId", 999);
    cloud.fake.standing.put(
        key,
        new ActualResource(key, null, "Succeeded", Map.of("properties", properties), Map.of()));
    noPeeringKeys = true;

    plan(network, PLAIN, false);

    assertThat(out.lines())
        .anyMatch(line -> line.contains("ExpressRoute is down for every network on the circuit"))
        .anyMatch(
            line ->
                line.startsWith(
                    "INFO Nothing was changed. To carry out this plan, run:"
                        + " hybridnet:create-circuit -Dhybridnet.allowOutage"));
  }

  @Test
  void aMissingCircuitIsToldOf() throws Exception {
    plan(PLAIN, false);
    assertThat(out.lines())
        .contains("WARN hybridnet:deploy-network would fail before changing anything:")
        .anyMatch(l -> l.startsWith("WARN HN4005: The ExpressRoute circuit 'ra-erc'"))
        .anyMatch(l -> l.contains("hybridnet.deferExpressRoute"))
        .contains("INFO   + connection ra-er-cn");
    assertThat(json().at("/circuit/ready").asBoolean()).isFalse();
    assertThat(json().at("/circuit/problem").asText()).startsWith("HN4005");
  }

  @Test
  void anUnfinishedDrillIsUndoneFirst() throws Exception {
    deployed();
    ResourceKey circuit = new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");
    Map<String, Object> observed = new LinkedHashMap<>(cloud.fake.standing.get(circuit).observed());
    observed.put(
        "peerings", List.of(Map.of("peeringType", "AzurePrivatePeering", "state", "Disabled")));
    cloud.fake.standing.put(
        circuit, new ActualResource(circuit, null, "Succeeded", Map.of(), observed));
    plan(PLAIN, false);
    assertThat(out.lines()).anyMatch(line -> line.startsWith("WARN HN4006"));
    ResourceKey group = new ResourceKey("sub", "ra-rg", ResourceType.RESOURCE_GROUP, "ra-rg");
    String tag = "hybridnet-drill-20261125-221500-3fa9c1";
    cloud.drills.mergeTags(
        group,
        Map.of(
            tag,
            "1 armed lever=peering beat=1 at=2026-11-25T22:15:00Z by=host fingerprint=",
            tag + "-target",
            "sub/ra-rg/ra-erc/AzurePrivatePeering"));
    int before = out.lines().size();
    plan(PLAIN, false);
    assertThat(out.lines().subList(before, out.lines().size()))
        .contains(
            "WARN The failover drill '20261125-221500-3fa9c1' is unfinished."
                + " hybridnet:deploy-network restores ExpressRoute first, if the disconnected"
                + " resource is in the parameter files, and then reads the circuit.")
        .noneMatch(line -> line.startsWith("WARN HN4006"));
  }

  @Test
  void theConnectionCanBeDeferred() throws Exception {
    circuit("NotProvisioned");
    plan(new DeployNetworkGoal.Request("westus2", true, false, "", false), false);
    assertThat(out.lines())
        .contains("WARN The ExpressRoute connection is not part of this plan:")
        .anyMatch(l -> l.startsWith("WARN HN4006"))
        .noneMatch(l -> l.contains("hybridnet.deferExpressRoute"))
        .noneMatch(l -> l.contains("ra-er-cn"));
    assertThat(json().at("/circuit/connectionDeferred").asBoolean()).isTrue();
  }

  @Test
  void aVaultThatMayNotBeReadLeavesItsSecretUncompared() throws Exception {
    deployed();
    cloud.vault =
        secret -> {
          throw UserException.unable("HN3040", "The vault says no.", "ask for access", null);
        };
    Secret inVault = Secret.in(new Secret.KeyVaultReference("/vault", "psk", null));
    HybridNetwork network =
        SampleNetwork.reference()
            .withGateways(
                SampleNetwork.vpn()
                    .withConnections(
                        List.of(
                            SampleNetwork.vpn().connections().get(0).withSecrets(inVault, null))),
                SampleNetwork.expressRoute());
    plan(network, PLAIN, true);
    assertThat(out.lines())
        .contains("WARN A secret could not be compared:", "WARN HN3040: The vault says no.")
        .contains("INFO       properties.sharedKey: could not be compared");
    assertThat(json().at("/summary/uncompared").asInt()).isEqualTo(1);
  }

  @Test
  void aPlaceWithoutRegionIsRefusedAsByDeployNetwork() {
    assertThatThrownBy(
            () -> plan(new DeployNetworkGoal.Request(null, false, false, "", false), false))
        .hasMessageStartingWith("HN4003");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldOf() throws Exception {
    circuit("Provisioned");
    Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(
            () ->
                new PlanGoal(cloud, OPTIONS, out, directory.resolve("file"))
                    .run(SampleNetwork.reference(), new PlanGoal.Request(PLAIN, false, false)))
        .hasMessageStartingWith(
            "HN4013: The file '" + directory.resolve("file").resolve("plan.json"))
        .hasMessageEndingWith("Nothing was changed in Azure");
  }

  @Test
  void zonesThatAzureDoesNotTellAreAssumedAndSaidSo() throws Exception {
    cloud.zones = Optional::empty;
    plan(new DeployNetworkGoal.Request("westus2", false, false, "", false), false);
    assertThat(out.lines())
        .contains(
            "WARN Azure did not report the availability zones of region 'westus2'. New public IP"
                + " addresses are requested in zones 1, 2, 3, and without zones if Azure refuses"
                + " that.",
            "INFO       availability zones: 1, 2, 3");
  }
}
