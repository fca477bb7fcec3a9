package io.github.hybridnet.maven.cloud;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.drill.DrillEnvironment;
import io.github.hybridnet.app.drill.RestoreGoal;
import io.github.hybridnet.app.drill.UnfinishedDrillRecovery;
import io.github.hybridnet.app.drill.UninterruptibleSection;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.action.DisconnectOptions;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.lease.DrillJournal;
import io.github.hybridnet.drill.lease.DrillLease;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.DeadlineTimer;
import io.github.hybridnet.drill.run.DrillComponents.DrillClocks;
import io.github.hybridnet.drill.run.RestoreRetryPolicy;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drills whose process ended, against the simulator, over HTTPS and through the real SDK. */
class SimulatedRestoreTest {
  private static final String NAME = "ra-hybrid-vpn-er-erc";
  private static final String MD5 = DeployedNetwork.MD5;
  private static final String ID = "20261125-221500-3fa9c1";

  /** No request of these tests is on its way any more when a restore begins. */
  private static final RestoreRetryPolicy PATIENCE =
      new RestoreRetryPolicy(
          Duration.ofHours(6),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(30),
          Duration.ofMillis(1));

  private static final Duration CALL = Duration.ofMinutes(2);

  @TempDir private Path directory;

  private CircuitRig rig;

  @BeforeEach
  void deploy() throws Exception {
    rig = DeployedNetwork.WITH_PEERING.rig(directory);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private DrillTarget target() {
    HybridNetwork network = rig.network();
    DeploymentScope deploymentScope =
        new DeploymentScope(
            rig.cloud.subscriptionId(),
            Objects.requireNonNull(network.resourceGroup()),
            new Region("westus2"));
    NetworkResources desired = new NetworkResources(network, deploymentScope);
    List<DeclaredResource> all = desired.network(NetworkResources.Options.ALL);
    TargetCircuit circuit =
        new TargetCircuit(
            desired.circuitConnections().get(0).circuit(),
            true,
            desired.circuits().stream()
                .filter(d -> d.key().type() == ResourceType.PEERING)
                .findFirst());
    return new DrillTarget(
        deploymentScope.group(),
        leg(Objects.requireNonNull(network.expressRoute()), deploymentScope, all),
        leg(Objects.requireNonNull(network.vpn()), deploymentScope, all),
        deploymentScope.key(ResourceType.LOCAL_NETWORK_GATEWAY, "device"),
        circuit);
  }

  private static ConnectedGateway leg(
      GatewayDeclaration declared, DeploymentScope deploymentScope, List<DeclaredResource> all) {
    ResourceKey connection =
        deploymentScope.key(ResourceType.CONNECTION, declared.connections().get(0).name());
    return new ConnectedGateway(
        deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, declared.gateway().name()),
        all.stream().filter(d -> d.key().equals(connection)).findFirst().orElseThrow());
  }

  private DisconnectAction lever(DisconnectMethod kind) {
    DrillPorts drillPorts =
        new DrillPorts(rig.cloud.cloud(), rig.cloud.views(), rig.cloud.drills(), rig.cloud::signIn);
    DisconnectOptions workings =
        new DisconnectOptions(EngineOptions.standard(), event -> {}, false);
    return DisconnectActions.of(kind, drillPorts, target(), workings);
  }

  private Path machine(String name) {
    return directory.resolve(name);
  }

  private DrillLease begin(DisconnectMethod kind) throws InterruptedException {
    DrillLease.LeaseStorage leaseStorage =
        new DrillLease.LeaseStorage(
            rig.cloud.drills(),
            new DrillJournal(machine("one"), rig.cloud.endpoint()),
            pause -> {},
            Duration.ofHours(1),
            MarkerSigner.NONE);
    DrillLease.LeaseOwner leaseOwner =
        new DrillLease.LeaseOwner(ID, target().group(), "agent", Instant.EPOCH);
    return DrillLease.acquire(leaseStorage, leaseOwner, lever(kind));
  }

  private UnfinishedDrillRecovery drills(String machine) {
    return new UnfinishedDrillRecovery(
        rig.cloud,
        EngineOptions.standard(),
        rig.out,
        new DrillEnvironment(
            machine(machine),
            machine,
            () ->
                new DrillClocks(
                    new DrillTime(Instant::now, System::nanoTime, pause -> {}), DeadlineTimer.REAL),
            PATIENCE,
            Duration.ofSeconds(15),
            new UninterruptibleSection(),
            MarkerSigner.NONE),
        false);
  }

  private void restore(String machine) throws InterruptedException {
    new RestoreGoal(rig.cloud, EngineOptions.standard(), rig.out, drills(machine))
        .run(rig.network(), Duration.ofMinutes(1));
  }

  private Map<String, String> tags() {
    return rig.cloud.drills().tags(target().group());
  }

  @ParameterizedTest
  @EnumSource(DisconnectMethod.class)
  void isUndoneFromAnotherMachineAndEverythingIsAsBefore(DisconnectMethod kind) throws Exception {
    DisconnectAction disconnectAction = lever(kind);
    assertThat(disconnectAction.refusals())
        .as("a site test needs two sites, and is undone all the same")
        .extracting(DrillFinding::code)
        .isEqualTo(kind == DisconnectMethod.SITE_SIMULATION ? List.of("HN5019") : List.of());
    String before = disconnectAction.fingerprint();
    Map<String, String> tags = tags();
    try (DrillLease guard = begin(kind)) {
      assertThat(tags()).hasSize(tags.size() + 2);
      disconnectAction.disconnect(CALL);
      assertThat(disconnectAction.isDisconnected()).isTrue();
      assertThat(guard.record().fingerprint()).isEqualTo(before);
    }
    assertThat(rig.status()).anyMatch(l -> l.contains("a failover drill is unfinished"));

    restore("two");

    assertThat(disconnectAction.isDisconnected()).isFalse();
    assertThat(disconnectAction.fingerprint()).isEqualTo(before);
    assertThat(tags()).isEqualTo(tags);
    assertThat(rig.out.lines())
        .noneMatch(l -> l.contains("HN5032"))
        .endsWith("INFO The connection 'ra-hybrid-er-cn' is 'Connected'.");
    long after = rig.now();
    restore("two");
    assertThat(rig.writtenSince(after)).isEmpty();
  }

  /** A circuit that stays may serve other networks. */
  @Test
  void isUndoneBeforeItsTagsAreRemovedWithTheNetwork() throws Exception {
    DisconnectAction disconnectAction = lever(DisconnectMethod.PEERING);
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      disconnectAction.disconnect(CALL);
      assertThat(guard.isRestoredElsewhere()).isFalse();
    }
    Map<String, String> armed = tags();
    long before = rig.now();
    drills("two").recoverBeforeRemoval(rig.network(), new Confirmation(null, false, false));
    assertThat(rig.writtenSince(before)).isEmpty();
    assertThat(rig.out.lines())
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("WARN ExpressRoute may be disconnected (the circuit peering '")
        .contains("The failover drill " + ID)
        .endsWith("To restore ExpressRoute, run mvn hybridnet:restore");

    drills("two")
        .recoverBeforeRemoval(
            rig.network(), new Confirmation(target().group().name(), false, false));
    assertThat(disconnectAction.isDisconnected()).isFalse();
    assertThat(tags()).hasSize(armed.size() - 2);
    assertThat(rig.out.lines()).endsWith("INFO Continuing with this goal.");
  }

  @Test
  void whatSomebodyChangedMeanwhileIsKept() throws Exception {
    DisconnectAction disconnectAction = lever(DisconnectMethod.PEERING);
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      disconnectAction.disconnect(CALL);
      rig.edit(CIRCUIT, "\"vlanId\": 100", "\"vlanId\": 200").create(false, false);
      assertThat(guard.isRestoredElsewhere()).isFalse();
    }
    drills("one").recover(rig.network());
    assertThat(disconnectAction.isDisconnected()).isFalse();
    assertThat(disconnectAction.definition().values()).containsEntry("properties.vlanId", "200");
    assertThat(rig.out.lines())
        .anyMatch(l -> l.contains("HN5032") && l.contains("properties.vlanId: 100 -> 200"));
  }

  @Test
  void theKeyOfThePeeringStandsNowhere() throws Exception {
    DisconnectAction disconnectAction = lever(DisconnectMethod.PEERING);
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      disconnectAction.disconnect(CALL);
      assertThat(tags().toString() + guard.record() + disconnectAction.announcement())
          .doesNotContain(MD5);
      try (Stream<Path> files = Files.walk(machine("one"))) {
        assertThat(files.filter(Files::isRegularFile).toList())
            .hasSizeGreaterThan(1)
            .allSatisfy(file -> assertThat(text(file)).doesNotContain(MD5));
      }
    }
    restore("one");
    assertThat(String.join("\n", rig.out.lines())).doesNotContain(MD5);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
