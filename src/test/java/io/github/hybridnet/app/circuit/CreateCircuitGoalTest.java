package io.github.hybridnet.app.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.app.FakeCloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class CreateCircuitGoalTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");

  private static final ResourceKey PEERING =
      new ResourceKey("sub", "ra-rg", ResourceType.PEERING, "ra-erc/AzurePrivatePeering");

  @TempDir private Path directory;

  private @Nullable Path output;
  private boolean stop;
  private boolean noKeys;
  private boolean allowOutage;

  private final FakeCloudSession cloud = new FakeCloudSession();
  private final RecordedLines out = new RecordedLines();
  private final Properties properties = new Properties();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  /** Provider's states, one after each pause. */
  private final Deque<String> states = new ArrayDeque<>();

  private void run(HybridNetwork network, boolean wait) throws InterruptedException {
    Sleeper sleeper =
        pause -> {
          now.updateAndGet(i -> i.plus(pause));
          if (stop) {
            throw new InterruptedException();
          }
          if (!states.isEmpty()) {
            provider(states.removeFirst());
          }
        };
    EngineOptions options = EngineOptions.timed(now::get, sleeper, Duration.ofMinutes(1));
    OutputsPublisher outputsPublisher =
        new OutputsPublisher(output == null ? directory : output, properties::setProperty, out);
    CreateCircuitGoal.Request request =
        new CreateCircuitGoal.Request(
            "westus2",
            wait,
            Duration.ofMinutes(10),
            new CreateCircuitGoal.PeeringKeys(false, noKeys),
            allowOutage);
    new CreateCircuitGoal(cloud, options, out, outputsPublisher).run(network, request);
  }

  private void provider(String state) {
    ActualResource standing = cloud.fake.standing.get(CIRCUIT);
    Map<String, Object> observed =
        Map.of(
            "circuitProvisioningState",
            "Enabled",
            "serviceProviderProvisioningState",
            state,
            "serviceKey",
            "key-1",
            "peerings",
            state.equals("Provisioned")
                ? List.of(Map.of("peeringType", "AzurePrivatePeering", "state", "Enabled"))
                : List.of());
    cloud.fake.standing.put(
        CIRCUIT,
        new ActualResource(
            CIRCUIT, null, "Succeeded", standing == null ? Map.of() : standing.body(), observed));
  }

  @Test
  void createsTheCircuitAndSaysWhatToHandOver() throws Exception {
    cloud.fake.whileApplying = key -> {};
    run(SampleNetwork.reference(), false);
    assertThat(cloud.fake.applied)
        .extracting(ResourceKey::toString)
        .containsExactly("resource group ra-rg", "ExpressRoute circuit ra-erc");
    assertThat(out.lines()).contains("INFO Give this to Equinix:");
    assertThat(Files.readString(directory.resolve("outputs.json"))).contains("ra-erc");
  }

  @Test
  void writesNothingWhenTheResultsWouldBeLost() throws Exception {
    Files.createFile(directory.resolve("file"));
    Path below = directory.resolve("file/below");
    output = below;
    assertThatThrownBy(() -> run(SampleNetwork.reference(), false))
        .hasMessageStartingWith("HN4013: The file '" + below.resolve("outputs.json"))
        .hasMessageEndingWith("set hybridnet.outputDirectory to another one. Nothing was changed");
    assertThat(cloud.fake.applied).isEmpty();
  }

  @Test
  void waitsForTheProvider() throws Exception {
    states.addAll(List.of("NotProvisioned", "Provisioning", "Provisioned"));
    run(SampleNetwork.reference(), true);
    assertThat(out.lines())
        .anyMatch(
            l ->
                l.contains(
                    "waiting, its provider status, which the connectivity provider sets, is"
                        + " 'Provisioning' and must be 'Provisioned';"))
        .contains(
            "INFO ExpressRoute circuit ra-erc: provisioned by the connectivity provider, private"
                + " peering enabled");
    assertThat(properties).containsEntry("hybridnet.circuit.providerState", "Provisioned");
  }

  @Test
  void keepsWaitingWhileAzureDoesNotAnswer() throws Exception {
    states.addAll(List.of("NotProvisioned", "lost", "lost", "Provisioned"));
    cloud.fake.whileReading =
        key -> {
          ActualResource circuit = cloud.fake.standing.get(CIRCUIT);
          boolean lost =
              circuit != null
                  && "lost".equals(circuit.observed().get("serviceProviderProvisioningState"));
          if (lost) {
            throw FakeCloud.failure(CloudException.Kind.UNREACHABLE, "NoAnswer");
          }
        };
    run(SampleNetwork.reference(), true);
    assertThat(properties).containsEntry("hybridnet.circuit.providerState", "Provisioned");
  }

  @Test
  void aCircuitsOwnGroupMayBeInAnotherRegion() throws Exception {
    ResourceKey group = new ResourceKey("sub", "c-rg", ResourceType.RESOURCE_GROUP, "c-rg");
    cloud.fake.standing.put(
        group,
        new ActualResource(group, null, "Succeeded", Map.of("location", "eastus"), Map.of()));
    run(
        new HybridNetwork(null, null, null, null, null, List.of(circuit("c-rg", List.of()))),
        false);
    assertThat(cloud.fake.applied)
        .containsExactly(new ResourceKey("sub", "c-rg", ResourceType.CIRCUIT, "ra-erc"));
    assertThat(cloud.fake.bodies.get(0)).containsEntry("location", "westus2");
  }

  @Test
  void aGroupIsNeeded() {
    assertThatThrownBy(
            () ->
                run(
                    new HybridNetwork(
                        null, null, null, null, null, List.of(circuit(null, List.of()))),
                    false))
        .hasMessageStartingWith("HN4044");
  }

  @Test
  void onlyTheCircuitsSecretsAreFetched() throws Exception {
    GatewayDeclaration vpn = SampleNetwork.vpn();
    Secret inVault = Secret.in(new Secret.KeyVaultReference("vault", "vpn-key", null));
    cloud.vault =
        secret -> {
          throw new AssertionError("asked for a secret that is not the circuit's");
        };
    run(
        SampleNetwork.reference()
            .withGateways(
                vpn.withConnections(List.of(vpn.connections().get(0).withSecrets(inVault, null))),
                null),
        false);
    assertThat(cloud.fake.applied).hasSize(2);
  }

  @Test
  void declaredPeeringsFollowTheProviderInTheSameRun() throws Exception {
    states.addAll(List.of("NotProvisioned", "Provisioned"));
    run(SampleNetwork.reference().withCircuits(List.of(circuit(null, List.of(peering())))), true);
    assertThat(cloud.fake.applied)
        .extracting(ResourceKey::toString)
        .containsExactly(
            "resource group ra-rg",
            "ExpressRoute circuit ra-erc",
            "circuit peering ra-erc/AzurePrivatePeering");
  }

  @Test
  void aCircuitIsNotWrittenWithoutTheKeysOfItsPeerings() throws Exception {
    run(SampleNetwork.reference(), false);
    failedWithPeering();
    cloud.fake.applied.clear();

    assertThatThrownBy(() -> run(SampleNetwork.reference(), false))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN4086: The MD5 keys of these peerings are not known: circuit peering"
                    + " ra-erc/AzurePrivatePeering. Azure does not show such keys, and a write"
                    + " without the key may remove it. The BGP sessions of the peering would then"
                    + " go down.",
                "  Fix: set the sharedKey of each peering in expressRouteCircuit.parameters.json."
                    + " If the peerings have no MD5 key, confirm that with"
                    + " -Dhybridnet.circuit.noPeeringKey. Nothing was changed"));
    assertThat(cloud.fake.applied).isEmpty();

    noKeys = true;
    run(SampleNetwork.reference(), false);
    assertThat(cloud.fake.applied).containsExactly(CIRCUIT);
  }

  @Test
  @SuppressWarnings("unchecked")
  void aPeeringIsNotChangedWithoutAWordForTheOutage() throws Exception {
    states.addAll(List.of("NotProvisioned", "Provisioned"));
    HybridNetwork network =
        SampleNetwork.reference().withCircuits(List.of(circuit(null, List.of(peering()))));
    run(network, true);
    ActualResource standing = cloud.fake.standing.get(PEERING);
    Map<String, Object> body = new LinkedHashMap<>(standing.body());
    Map<String, Object> properties =
        new LinkedHashMap<>((Map<String, Object>) body.get("properties"));
    properties.put("vlanId", 999);
    body.put("properties", properties);
    cloud.fake.standing.put(
        PEERING, new ActualResource(PEERING, null, "Succeeded", body, standing.observed()));
    cloud.fake.applied.clear();
    noKeys = true;
    ResourceKey user = new ResourceKey("sub", "ra-rg", ResourceType.CONNECTION, "ra-er-cn");
    Map<String, Object> peer = Map.of("properties", Map.of("peer", Map.of("id", CIRCUIT.id())));
    cloud.fake.standing.put(user, new ActualResource(user, null, "Succeeded", peer, Map.of()));

    assertThatThrownBy(() -> run(network, false))
        .hasMessageStartingWith("HN4081: This change may interrupt all traffic")
        .hasMessageContaining("ExpressRoute is down for every network on the circuit")
        .hasMessageContaining("run the goal again with -Dhybridnet.allowOutage");
    assertThat(cloud.fake.applied).isEmpty();

    allowOutage = true;
    run(network, false);
    assertThat(cloud.fake.applied).containsExactly(PEERING);
  }

  /** The circuit stands in the state Failed, with a peering of the provider's. */
  @SuppressWarnings("unchecked")
  private void failedWithPeering() {
    ActualResource standing = cloud.fake.standing.get(CIRCUIT);
    Map<String, Object> body = new LinkedHashMap<>(standing.body());
    Map<String, Object> properties =
        new LinkedHashMap<>((Map<String, Object>) body.get("properties"));
    properties.put(
        "peerings",
        List.of(Map.of("name", "AzurePrivatePeering", "properties", Map.of("vlanId", 100))));
    body.put("properties", properties);
    cloud.fake.standing.put(
        CIRCUIT, new ActualResource(CIRCUIT, null, "Failed", body, standing.observed()));
  }

  @Test
  void sheetIsUpToDateWhenTheWaitEndsInAnyWay() throws Exception {
    states.addAll(List.of("NotProvisioned", "Provisioning"));
    assertThatThrownBy(() -> run(SampleNetwork.reference(), true)).hasMessageStartingWith("HN4012");
    assertThat(Files.readString(directory.resolve("circuit-handover.txt")))
        .contains("Provider           Provisioning");
  }

  @Test
  void anInterruptionSaysWhatStands() {
    stop = true;
    assertThatThrownBy(() -> run(SampleNetwork.reference(), true))
        .isInstanceOf(InterruptedException.class);
    assertThat(out.lines())
        .contains(
            "WARN Stopped waiting for the connectivity provider. The ExpressRoute circuit 'ra-erc'"
                + " exists. Run the goal again to continue waiting.");
  }

  public static Circuit circuit(@Nullable String group, List<Peering> peerings) {
    return new Circuit(
        "ra-erc",
        group,
        "Premium",
        "UnlimitedData",
        new Circuit.Provider("Equinix", "Silicon Valley", 50),
        false,
        peerings,
        List.of(),
        Map.of(),
        SampleNetwork.NOWHERE);
  }

  public static Peering peering() {
    return new Peering(
        Peering.PRIVATE,
        100,
        65010,
        new Cidr("172.16.0.0/30"),
        new Cidr("172.16.0.4/30"),
        null,
        SampleNetwork.NOWHERE);
  }

  @Test
  void tellsOnceAMinuteThatItWaits() {
    states.add("NotProvisioned");
    assertThatThrownBy(() -> run(SampleNetwork.reference(), true))
        .hasMessageStartingWith("HN4012")
        .hasMessageContaining(
            "its provider status, which the connectivity provider sets, is 'NotProvisioned' and"
                + " must be 'Provisioned'");
    long told = out.lines().stream().filter(l -> l.contains("waiting, ")).count();
    assertThat(told).isBetween(9L, 13L);
  }
}
