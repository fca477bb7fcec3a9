package io.github.hybridnet.maven.setup;

import static io.github.hybridnet.config.ParameterFile.CIRCUIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.DrillTarget.Leg;
import io.github.hybridnet.failover.DrillTime;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.failover.RestorePatience;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.journal.DrillFiles;
import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.failover.journal.MarkerSeal;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.failover.lever.LeverWorkings;
import io.github.hybridnet.failover.lever.Levers;
import io.github.hybridnet.maven.goal.Confirmation;
import io.github.hybridnet.maven.goal.Restore;
import io.github.hybridnet.maven.goal.SettledDrills;
import io.github.hybridnet.maven.goal.Uncut;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Scope;
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
  private static final String MD5 = "md5-of-the-drilled-peering";
  private static final String ID = "20261125-221500-3fa9c1";
  private static final String LAST = "\"allowClassicOperations\": false";
  private static final String PEERING =
      """
      , "peerings": [{"peeringType": "AzurePrivatePeering", "vlanId": 100, "peerASN": 65010,
        "primaryPeerAddressPrefix": "172.16.0.0/30", "secondaryPeerAddressPrefix": "172.16.0.4/30",
        "sharedKey": "%s"}]
      """
          .formatted(MD5);

  /** No request of these tests is on its way any more when a restore begins. */
  private static final RestorePatience PATIENCE =
      new RestorePatience(
          Duration.ofHours(6),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(30),
          Duration.ofMillis(1));

  private static final Call CALL = Call.within(Duration.ofMinutes(2));

  @TempDir private Path directory;

  private CircuitRig rig;

  @BeforeEach
  void deploy() throws Exception {
    rig = new CircuitRig(directory).edit(CIRCUIT, LAST, LAST + PEERING);
    rig.create(false, false);
    rig.admin()
        .post("circuits/" + NAME + "/provider", "{\"state\":\"Provisioned\",\"peering\":false}");
    rig.create(true, false);
    rig.deploy();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private DrillTarget target() {
    HybridNetwork network = rig.network();
    Scope scope =
        new Scope(
            rig.cloud.subscriptionId(),
            Objects.requireNonNull(network.resourceGroup()),
            new Region("westus2"));
    DesiredNetwork desired = new DesiredNetwork(network, scope);
    List<DesiredResource> all = desired.network(DesiredNetwork.Options.ALL);
    DrilledCircuit circuit =
        new DrilledCircuit(
            desired.connectedCircuit(),
            true,
            desired.circuit().stream()
                .filter(d -> d.key().type() == ResourceType.PEERING)
                .findFirst());
    return new DrillTarget(
        scope.group(),
        leg(Objects.requireNonNull(network.expressRoute()), scope, all),
        leg(Objects.requireNonNull(network.vpn()), scope, all),
        scope.key(ResourceType.LOCAL_NETWORK_GATEWAY, "device"),
        circuit);
  }

  private static Leg leg(GatewayDeclaration declared, Scope scope, List<DesiredResource> all) {
    ResourceKey connection = scope.key(ResourceType.CONNECTION, declared.connection().name());
    return new Leg(
        scope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, declared.gateway().name()),
        all.stream().filter(d -> d.key().equals(connection)).findFirst().orElseThrow());
  }

  private Lever lever(LeverKind kind) {
    Ports ports =
        new Ports(rig.cloud.cloud(), rig.cloud.views(), rig.cloud.drills(), rig.cloud::signIn);
    LeverWorkings workings = new LeverWorkings(EngineOptions.standard(), event -> {}, false);
    return Levers.of(kind, ports, target(), workings);
  }

  private Path machine(String name) {
    return directory.resolve(name);
  }

  private DrillGuard begin(LeverKind kind) throws InterruptedException {
    DrillGuard.Place place =
        new DrillGuard.Place(
            rig.cloud.drills(),
            new DrillFiles(machine("one"), rig.cloud.endpoint()),
            pause -> {},
            Duration.ofHours(1),
            MarkerSeal.NONE);
    DrillGuard.Who who = new DrillGuard.Who(ID, target().group(), "agent", Instant.EPOCH);
    return DrillGuard.begin(place, who, lever(kind));
  }

  private SettledDrills drills(String machine) {
    return new SettledDrills(
        rig.cloud,
        EngineOptions.standard(),
        rig.out,
        new SettledDrills.Surroundings(
            machine(machine),
            () -> new DrillTime(Instant::now, System::nanoTime, pause -> {}),
            PATIENCE,
            Duration.ofSeconds(45),
            new Uncut(),
            MarkerSeal.NONE,
            false));
  }

  private void restore(String machine) throws InterruptedException {
    new Restore(rig.cloud, EngineOptions.standard(), rig.out, drills(machine))
        .run(rig.network(), Duration.ofMinutes(1));
  }

  private Map<String, String> tags() {
    return rig.cloud.drills().tags(target().group());
  }

  @ParameterizedTest
  @EnumSource(LeverKind.class)
  void isUndoneFromAnotherMachineAndEverythingIsAsBefore(LeverKind kind) throws Exception {
    Lever lever = lever(kind);
    assertThat(lever.refusals())
        .as("a site test needs two sites, and is undone all the same")
        .extracting(Finding::code)
        .isEqualTo(kind == LeverKind.SITE_SIMULATION ? List.of("HN5019") : List.of());
    String before = lever.fingerprint();
    Map<String, String> tags = tags();
    try (DrillGuard guard = begin(kind)) {
      assertThat(tags()).hasSize(tags.size() + 2);
      lever.pull(CALL);
      assertThat(lever.isPulled()).isTrue();
      assertThat(guard.record().fingerprint()).isEqualTo(before);
    }
    assertThat(rig.status()).anyMatch(l -> l.contains("hybridnet:restore undoes it"));

    restore("two");

    assertThat(lever.isPulled()).isFalse();
    assertThat(lever.fingerprint()).isEqualTo(before);
    assertThat(tags()).isEqualTo(tags);
    assertThat(rig.out.lines())
        .noneMatch(l -> l.contains("HN5032"))
        .endsWith("INFO The connection ra-hybrid-er-cn is Connected.");
    long after = rig.now();
    restore("two");
    assertThat(rig.writtenSince(after)).isEmpty();
  }

  /** A circuit that stays may serve other networks. */
  @Test
  void isUndoneBeforeItsTagsAreRemovedWithTheNetwork() throws Exception {
    Lever lever = lever(LeverKind.PEERING);
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
      lever.pull(CALL);
      assertThat(guard.isUndoneElsewhere()).isFalse();
    }
    Map<String, String> armed = tags();
    long before = rig.now();
    drills("two").beforeRemoval(rig.network(), Confirmation.of(null));
    assertThat(rig.writtenSince(before)).isEmpty();
    assertThat(rig.out.lines())
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("WARN The failover drill " + ID)
        .contains("ExpressRoute would be put back");

    drills("two").beforeRemoval(rig.network(), Confirmation.of(target().group().name()));
    assertThat(lever.isPulled()).isFalse();
    assertThat(tags()).hasSize(armed.size() - 2);
    assertThat(rig.out.lines()).endsWith("INFO The goal goes on.");
  }

  @Test
  void whatSomebodyChangedMeanwhileIsKept() throws Exception {
    Lever lever = lever(LeverKind.PEERING);
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
      lever.pull(CALL);
      rig.edit(CIRCUIT, "\"vlanId\": 100", "\"vlanId\": 200").create(false, false);
      assertThat(guard.isUndoneElsewhere()).isFalse();
    }
    drills("one").before(rig.network());
    assertThat(lever.isPulled()).isFalse();
    assertThat(lever.definition().values()).containsEntry("properties.vlanId", "200");
    assertThat(rig.out.lines())
        .anyMatch(l -> l.contains("HN5032") && l.contains("properties.vlanId: 100 -> 200"));
  }

  @Test
  void theKeyOfThePeeringStandsNowhere() throws Exception {
    Lever lever = lever(LeverKind.PEERING);
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
      lever.pull(CALL);
      assertThat(tags().toString() + guard.record() + lever.announcement()).doesNotContain(MD5);
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
