package io.github.hybridnet.drill.run;

import static io.github.hybridnet.drill.action.DisconnectRig.GROUP;
import static io.github.hybridnet.drill.action.DisconnectRig.PEERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectRig;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.lease.DrillJournal;
import io.github.hybridnet.drill.lease.DrillLease;
import io.github.hybridnet.drill.lease.DrillLeaseProblems;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.UnfinishedDrills.LiveDrillPolicy;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.text.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Drills that were not finished are found on this machine and on others, and undone. */
class UnfinishedDrillsTest {
  private static final String ID = "20261125-221500-3fa9c1";
  private static final Duration CALL = Duration.ofMinutes(5);
  private static final String TAG = "hybridnet-drill-" + ID;

  @TempDir private Path here;
  @TempDir private Path elsewhere;

  private final DisconnectRig rig = new DisconnectRig();
  private final List<String> told = new ArrayList<>();
  private MarkerSigner signer = MarkerSigner.NONE;

  private DrillJournal files(Path machine) {
    return new DrillJournal(machine, "https://management.azure.com");
  }

  private DrillLease.LeaseStorage place(Path machine) {
    return new DrillLease.LeaseStorage(
        rig.drills, files(machine), rig.sleeper(), Duration.ofHours(1), signer);
  }

  private DrillLease drill(DisconnectMethod kind) throws InterruptedException {
    return DrillLease.acquire(
        place(here),
        new DrillLease.LeaseOwner(ID, GROUP, "agent-7", Instant.parse("2026-11-25T22:15:00Z")),
        rig.lever(kind));
  }

  /** A drill whose process ended without ExpressRoute being put back. */
  private void killed(DisconnectMethod kind) throws InterruptedException {
    try (DrillLease guard = drill(kind)) {
      assertThat(guard.record().id()).isEqualTo(ID);
      DisconnectAction disconnectAction = rig.lever(kind);
      disconnectAction.disconnect(CALL);
      assertThat(disconnectAction.isDisconnected()).isTrue();
    }
    rig.slept.clear();
  }

  private List<RestoreResult> settle(Path machine, LiveDrillPolicy liveDrillPolicy)
      throws InterruptedException {
    return settle(machine, liveDrillPolicy, DisconnectRig.target());
  }

  private List<RestoreResult> settle(
      Path machine, LiveDrillPolicy liveDrillPolicy, DrillTarget target)
      throws InterruptedException {
    return settled(machine, liveDrillPolicy, target).restored();
  }

  private UnfinishedDrillsResult settled(
      Path machine, LiveDrillPolicy liveDrillPolicy, DrillTarget target)
      throws InterruptedException {
    return drills(machine, target).restoreAll(liveDrillPolicy);
  }

  private UnfinishedDrills drills(Path machine, DrillTarget target) {
    RestoreProcedure restoreProcedure =
        new RestoreProcedure(rig.time(), RestoreRetryPolicy.STANDARD, told::add);
    return new UnfinishedDrills(
        new UnfinishedDrills.DrilledNetwork(
            rig.ports, GROUP, () -> List.of(target), rig.options(false)),
        place(machine),
        restoreProcedure::run,
        Duration.ofSeconds(45),
        told::add);
  }

  private void assertSettled(List<RestoreResult> all) {
    assertThat(all)
        .hasSize(1)
        .allMatch(RestoreResult::isRestored)
        .allMatch(RestoreResult::wasDisconnected);
    assertThat(rig.drills.tags).isEmpty();
  }

  @Test
  void withoutADrillNothingIsAskedOfTheDeclaration() throws InterruptedException {
    RestoreProcedure restoreProcedure =
        new RestoreProcedure(rig.time(), RestoreRetryPolicy.STANDARD, told::add);
    List<RestoreResult> all =
        new UnfinishedDrills(
                new UnfinishedDrills.DrilledNetwork(
                    rig.ports,
                    GROUP,
                    () -> {
                      throw new IllegalStateException("nobody needs it");
                    },
                    rig.options(false)),
                place(here),
                restoreProcedure::run,
                Duration.ofSeconds(45),
                told::add)
            .restoreAll(LiveDrillPolicy.STOP_GOAL)
            .restored();
    assertThat(all).isEmpty();
    assertThat(told).isEmpty();
    rig.cloud.standing.remove(GROUP);
    assertThat(settle(here, LiveDrillPolicy.RESTORE_ANYWAY)).isEmpty();
  }

  @Test
  void onTheSameMachineItIsUndoneAtOnce() throws Exception {
    killed(DisconnectMethod.PEERING);
    assertSettled(settle(here, LiveDrillPolicy.STOP_GOAL));
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(rig.slept).isEmpty();
    assertThat(files(here).content().drills()).isEmpty();
    assertThat(told)
        .containsExactly(
            "The failover drill "
                + ID
                + " on 'agent-7', which began at 2026-11-25T22:15:00Z, was not finished."
                + " ExpressRoute may be disconnected (the circuit peering"
                + " 'ra-erc/AzurePrivatePeering', disconnected with the method 'peering')."
                + " Restoring ExpressRoute.");
  }

  @Test
  void anotherMachineWatchesTheMarkerAndUndoesAlsoAConnection() throws Exception {
    killed(DisconnectMethod.CONNECTION);
    assertSettled(settle(elsewhere, LiveDrillPolicy.STOP_GOAL));
    assertThat(rig.cloud.standing).containsKey(DisconnectRig.CONNECTION);
    assertThat(rig.slept).containsExactly(Duration.ofSeconds(45));
    assertThat(told.get(0))
        .isEqualTo(
            "Tags of the resource group 'ra-rg' record a failover drill of another machine"
                + " ("
                + ID
                + "). Watching them for 45 s to see whether that drill is still running.");
  }

  @Test
  void aSiteTestIsStopped() throws Exception {
    killed(DisconnectMethod.SITE_SIMULATION);
    assertSettled(settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY));
    assertThat(rig.drills.siteTests).isEmpty();
  }

  @Test
  void aDrillThatLivesElsewhereIsLeftAlone() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.whileSleeping =
        duration -> {
          rig.drills.tags.computeIfPresent(TAG, (t, v) -> v.replace("beat=0", "beat=1"));
          rig.drills.show(GROUP);
        };
    assertThatThrownBy(() -> settle(elsewhere, LiveDrillPolicy.STOP_GOAL))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "HN5041: Another failover drill is running: "
                + ID
                + " on 'agent-7', which began at 2026-11-25T22:15:00Z. It disconnects"
                + " ExpressRoute with the method 'peering' (the circuit peering"
                + " 'ra-erc/AzurePrivatePeering').");
    assertThat(rig.property(PEERING, "state")).isEqualTo("Disabled");
  }

  @Test
  void aDrillThatEndsWhileItIsWatchedIsNoBusinessOfOurs() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.stand(PEERING, DisconnectRig.peering("Enabled"));
    rig.whileSleeping =
        duration -> {
          rig.drills.tags.clear();
          rig.drills.show(GROUP);
        };
    assertThat(settle(elsewhere, LiveDrillPolicy.STOP_GOAL)).isEmpty();
  }

  @Test
  void aDrillThatLivesHereIsLeftAloneUnlessTheUserInsists() throws Exception {
    try (DrillLease guard = drill(DisconnectMethod.PEERING)) {
      rig.lever(DisconnectMethod.PEERING).disconnect(CALL);
      assertThatThrownBy(() -> settle(here, LiveDrillPolicy.STOP_GOAL))
          .hasMessageContaining("HN5041: Another failover drill is running on this machine: " + ID);
      assertSettled(settle(here, LiveDrillPolicy.RESTORE_ANYWAY));
      assertThat(told)
          .contains(
              "The failover drill "
                  + ID
                  + " is still running on this machine. This goal ends it, and it then fails.");
      assertThat(guard.record().id()).isEqualTo(ID);
    }
  }

  /** Only tags of given values are deleted: half a marker would be understood by nobody. */
  @Test
  void aBeatBetweenLookAndRemovalLeavesNoHalfMarker() throws Exception {
    killed(DisconnectMethod.PEERING);
    AtomicInteger requests = new AtomicInteger();
    rig.drills.before =
        () -> {
          if (requests.incrementAndGet() == 2) {
            rig.drills.tags.computeIfPresent(TAG, (t, v) -> v.replace("beat=0", "beat=1"));
          }
        };
    assertSettled(settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY));
  }

  @Test
  void theUserInsistsFromAnotherMachineWithoutWaiting() throws Exception {
    killed(DisconnectMethod.PEERING);
    assertSettled(settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY));
    assertThat(rig.slept).isEmpty();
  }

  @Test
  void aFileWithoutAMarkerCounts() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.drills.tags.clear();
    rig.drills.show(GROUP);
    assertSettled(settle(here, LiveDrillPolicy.STOP_GOAL));
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void anotherNetworksAndAnotherCloudsFilesDoNot() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.drills.tags.clear();
    rig.drills.show(GROUP);
    assertThat(new DrillJournal(here, "https://localhost:1").content().drills()).isEmpty();
    ResourceKey other = new ResourceKey("sub", "other-rg", ResourceType.RESOURCE_GROUP, "other-rg");
    RestoreProcedure restoreProcedure =
        new RestoreProcedure(rig.time(), RestoreRetryPolicy.STANDARD, told::add);
    assertThat(
            new UnfinishedDrills(
                    new UnfinishedDrills.DrilledNetwork(
                        rig.ports,
                        other,
                        () -> List.of(DisconnectRig.target()),
                        rig.options(false)),
                    place(here),
                    restoreProcedure::run,
                    Duration.ofSeconds(45),
                    told::add)
                .restoreAll(LiveDrillPolicy.RESTORE_ANYWAY)
                .restored())
        .isEmpty();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Disabled");
  }

  @Test
  void aClaimThatWasNeverArmedIsRemovedAndNothingElse() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.drills.tags.computeIfPresent(TAG, (t, v) -> v.replace("1 armed", "1 claim"));
    rig.drills.show(GROUP);
    UnfinishedDrillsResult settled =
        settled(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target());
    assertThat(settled).isEqualTo(new UnfinishedDrillsResult(List.of(), List.of(ID), List.of()));
    assertThat(rig.drills.tags).isEmpty();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Disabled");
    assertThat(told)
        .containsExactly(
            "The tags of the failover drill "
                + ID
                + " on 'agent-7' say that it did not disconnect ExpressRoute. Azure may show an"
                + " earlier state, so they are read again for 60 s.",
            "The failover drill "
                + ID
                + " on 'agent-7' did not disconnect ExpressRoute. Removing its tags and its file.");
  }

  /** Tags may be a minute old; the drill has disconnected ExpressRoute meanwhile. */
  @Test
  void aClaimThatIsOnlyShownLateAsArmedIsRestored() throws Exception {
    killed(DisconnectMethod.PEERING);
    String armed = rig.drills.tags.get(TAG);
    rig.drills.tags.put(TAG, armed.replace("1 armed", "1 claim"));
    rig.drills.show(GROUP);
    rig.whileSleeping =
        duration -> {
          if (rig.slept.size() == 6) {
            rig.drills.tags.put(TAG, armed);
            rig.drills.show(GROUP);
          }
        };
    assertSettled(settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY));
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  /** terraform-provider-azurerm issue 7139: one read of a group misses its tags. */
  @Test
  void aMarkerThatOneLookMissesIsNotGone() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.drills.show(GROUP);
    Map<String, String> tags = Map.copyOf(rig.drills.tags);
    rig.whileSleeping =
        duration -> {
          if (rig.slept.size() == 1) {
            rig.drills.tags.clear();
          } else if (rig.drills.tags.isEmpty() && rig.slept.size() == 2) {
            rig.drills.tags.putAll(tags);
          }
          rig.drills.show(GROUP);
        };
    assertSettled(settle(elsewhere, LiveDrillPolicy.STOP_GOAL));
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void aListedRecordThatCannotBeReadSaysWhatToDo() {
    rig.drills.tags.put(TAG, "2 armed");
    rig.drills.show(GROUP);
    DrillFinding finding = DrillLeaseProblems.notUnderstood(GROUP, ID, "2 armed");
    assertThat(drills(here, DisconnectRig.target()).list()).containsExactly(finding.withFix());
  }

  @Test
  void aMarkerOfALaterVersionIsLeftAloneWithTheCommands() throws InterruptedException {
    rig.drills.tags.put(TAG, "2 armed");
    rig.drills.show(GROUP);
    UnfinishedDrillsResult settled =
        settled(here, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target());
    assertThat(settled.skipped()).hasSize(1);
    assertThat(settled.skipped().get(0).finding().text())
        .isEqualTo(
            "ExpressRoute may be disconnected by a failover drill whose record cannot be"
                + " read. The resource group 'ra-rg' has the tag '"
                + TAG
                + "', with which this plugin records a drill. Another version of the plugin wrote"
                + " it, in format 2: '2 armed'. That drill may still be running. It was left as it"
                + " is.");
    assertThat(settled.skipped().get(0).finding().code()).isEqualTo("HN5042");
    assertThat(settled.skipped().get(0).manualCommands())
        .anyMatch(line -> line.startsWith("az rest --method put") && line.contains("Peering"))
        .anyMatch(line -> line.contains("/connections/ra-er-cn"))
        .anyMatch(line -> line.contains("stopSiteFailoverTest"));
    assertThat(rig.drills.tags).containsKey(TAG);
  }

  @Test
  void aDamagedFileIsLeftAloneWithTheCommands() throws Exception {
    Files.createDirectories(here.resolve("drills"));
    Files.writeString(here.resolve("drills").resolve(ID), "format=9\n");
    Files.writeString(here.resolve("drills").resolve(".DS_Store"), "not ours");
    UnfinishedDrillsResult settled =
        settled(here, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target());
    assertThat(settled.skipped()).hasSize(1);
    assertThat(settled.skipped().get(0).finding().code()).isEqualTo("HN5045");
    assertThat(settled.skipped().get(0).finding().text())
        .isEqualTo(
            "ExpressRoute may be disconnected by a failover drill whose record cannot be"
                + " read. The file '"
                + here.resolve("drills").resolve(ID)
                + "', in which this plugin records a drill, is damaged, or another version of the"
                + " plugin wrote it.");
    assertThat(settled.skipped().get(0).manualCommands()).isNotEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws Exception {
    Files.createDirectories(here.resolve("drills").resolve(ID));
    UnfinishedDrillsResult settled =
        settled(here, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target());
    assertThat(settled.skipped()).hasSize(1);
    assertThat(settled.skipped().get(0).finding().text())
        .isEqualTo(
            "It is not known whether a failover drill of this machine is unfinished: '"
                + here.resolve("drills").resolve(ID)
                + "', which holds the records of drills, cannot be read (it is not a file of the"
                + " journal).");
  }

  @Test
  void oneBadRecordHidesNoOther() throws Exception {
    killed(DisconnectMethod.PEERING);
    Files.writeString(here.resolve("drills").resolve("20260101-000000-aaaa"), "cut");
    Files.write(here.resolve("drills").resolve("20260101-000000-bbbb"), new byte[] {-1, -2});
    rig.drills.tags.put("hybridnet-drill-20260101-000000-cccc", "1 armed lever=peer");
    rig.drills.tags.put("hybridnet-drill-target", "x");
    rig.drills.tags.put("hybridnet-drill-", "x");
    rig.drills.show(GROUP);
    UnfinishedDrillsResult settled =
        settled(here, LiveDrillPolicy.STOP_GOAL, DisconnectRig.target());
    assertThat(settled.restored()).hasSize(1).allMatch(RestoreResult::isRestored);
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(settled.skipped().stream().map(l -> l.finding().code()))
        .containsExactlyInAnyOrder("HN5042", "HN5042", "HN5042", "HN5045", "HN5046");
    assertThat(settled.skipped()).allMatch(l -> !l.manualCommands().isEmpty());
  }

  @Test
  void aDamagedFileOfADrillThatTheTagsTellOfGoesWithIt() throws Exception {
    killed(DisconnectMethod.PEERING);
    Path file = here.resolve("drills").resolve(ID);
    Files.writeString(file, Files.readString(file).substring(0, 300));
    UnfinishedDrillsResult settled =
        settled(here, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target());
    assertSettled(settled.restored());
    assertThat(settled.skipped()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatTheUserSaidOfTheKeyIsRemembered() throws Exception {
    signer = seal("a-secret-of-deployers");
    DrillTarget undeclared =
        DisconnectRig.target(Optional.empty(), DisconnectRig.declaredConnection(null));
    DisconnectAction told =
        io.github.hybridnet.drill.action.DisconnectActions.of(
            DisconnectMethod.PEERING, rig.ports, undeclared, rig.options(true));
    try (DrillLease guard =
        DrillLease.acquire(
            place(here), new DrillLease.LeaseOwner(ID, GROUP, "agent-7", Instant.EPOCH), told)) {
      assertThat(guard.record().noPeeringKey()).isTrue();
      told.disconnect(CALL);
    }
    assertSettled(settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY, undeclared));
  }

  @Test
  void afterTheCircuitIsGoneNothingStandsInTheWay() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.cloud.standing.remove(PEERING);
    rig.cloud.standing.remove(DisconnectRig.CIRCUIT);
    List<RestoreResult> all = settle(here, LiveDrillPolicy.STOP_GOAL);
    assertThat(all).hasSize(1).allMatch(RestoreResult::isRestored);
    assertThat(all.get(0).warnings().get(0).code()).isEqualTo("HN5034");
    assertThat(all.get(0).warnings().get(0).text())
        .isEqualTo(
            "The network has no ExpressRoute now: somebody removed the circuit peering"
                + " 'ra-erc/AzurePrivatePeering', which the drill disconnected, and its circuit."
                + " There is nothing to restore.");
    assertThat(rig.drills.tags).isEmpty();
  }

  /** Two networks in one group: the other one's files know nothing of this drill's connection. */
  @ParameterizedTest
  @EnumSource(
      value = DisconnectMethod.class,
      names = {"CONNECTION", "SITE_SIMULATION"})
  void theFilesOfAnotherNetworkOfTheGroupDoNotGiveItUp(DisconnectMethod kind) throws Exception {
    killed(kind);
    ResourceKey circuit = DisconnectRig.SCOPE.key(ResourceType.CIRCUIT, "new-erc");
    rig.stand(
        circuit,
        Map.of(
            "properties", Map.of("serviceProviderProperties", Map.of("peeringLocation", "Oslo"))));
    UnfinishedDrillsResult settled =
        settled(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY, otherNetwork(circuit));
    assertThat(settled.skipped()).hasSize(1);
    assertThat(settled.skipped().get(0).finding().code()).isEqualTo("HN5070");
    List<RestoreResult> all = settle(here, LiveDrillPolicy.RESTORE_ANYWAY, otherNetwork(circuit));
    assertThat(rig.slept).as("no repetition brings a declaration").isEmpty();
    assertThat(all).hasSize(1).noneMatch(RestoreResult::isRestored);
    assertThat(all.get(0).failure().orElseThrow().text())
        .contains(" is not in the parameter files. ")
        .endsWith("only with the parameter files of the drill.");
    assertThat(rig.drills.tags).hasSize(2);
    assertSettled(settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY));
  }

  private static DrillTarget otherNetwork(ResourceKey circuit) {
    ResourceKey connection = DisconnectRig.SCOPE.key(ResourceType.CONNECTION, "new-er-cn");
    DrillTarget target = DisconnectRig.target();
    return new DrillTarget(
        GROUP,
        new DrillTarget.ConnectedGateway(
            DisconnectRig.SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "new-er-vgw"),
            new DeclaredResource(
                connection, Map.of(), List.of(), DeclaredResource.WriteRules.locking(connection))),
        target.vpn(),
        target.localNetworkGateway(),
        new DrillTarget.TargetCircuit(circuit, true, Optional.empty()));
  }

  @Test
  void aRestoreThatFailsLeavesEverythingForTheNextRun() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.cloud.whileApplying =
        key -> {
          throw io.github.hybridnet.arm.FakeCloud.failure(
              io.github.hybridnet.arm.CloudException.Kind.REFUSED, "ScopeLocked");
        };
    assertThat(settle(here, LiveDrillPolicy.STOP_GOAL)).noneMatch(RestoreResult::isRestored);
    assertThat(rig.drills.tags).hasSize(2);
    assertThat(files(here).content().drills()).hasSize(1);
    rig.cloud.whileApplying = key -> {};
    assertSettled(settle(here, LiveDrillPolicy.STOP_GOAL));
  }

  @Test
  void someoneElsesPeeringOfTheSameNameIsNotMeant() throws Exception {
    killed(DisconnectMethod.PEERING);
    ResourceKey key = PEERING;
    ActualResource actual = rig.cloud.standing.get(key);
    assertThat(actual.body()).isNotEqualTo(Map.of());
    DrillTarget renamed =
        DisconnectRig.target(
            new DrillTarget.TargetCircuit(
                DisconnectRig.SCOPE.key(ResourceType.CIRCUIT, "new-erc"),
                true,
                DisconnectRig.declaredPeering()),
            DisconnectRig.declaredConnection(null));
    List<RestoreResult> all = settle(here, LiveDrillPolicy.RESTORE_ANYWAY, renamed);
    assertThat(all).hasSize(1);
    assertThat(all.get(0).isRestored())
        .as("the key that the drill wrote is shown, so that the old peering can be enabled")
        .isTrue();
    assertThat(rig.property(key, "state")).isEqualTo("Enabled");
  }

  private void forge(String lever, String target, String more) {
    rig.drills.tags.put(
        TAG,
        "1 armed lever=" + lever + " beat=1 at=2026-01-01T00:00:00Z by=evil fingerprint=x" + more);
    rig.drills.tags.put(TAG + "-target", target);
    rig.drills.show(GROUP);
  }

  /** Who may write tags of one group must not steer writes elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "peering, sub/victim-rg/victim/AzurePrivatePeering",
    "connection, sub/ra-rg/somebodys-cn",
    "site-simulation, sub/victim-rg/victim-vgw"
  })
  void tagsAloneUndoNothingThatIsNotDeclared(String lever, String target) throws Exception {
    ResourceKey victim =
        new ResourceKey(
            "sub", "victim-rg", ResourceType.PEERING, "victim/" + DrillTarget.PRIVATE_PEERING);
    rig.stand(victim, DisconnectRig.peering("Disabled"));
    forge(lever, target, " key=none");
    for (LiveDrillPolicy liveDrillPolicy : LiveDrillPolicy.values()) {
      UnfinishedDrillsResult settled = settled(elsewhere, liveDrillPolicy, DisconnectRig.target());
      assertThat(settled.restored()).isEmpty();
      assertThat(settled.skipped()).hasSize(1);
      assertThat(settled.skipped().get(0).finding().code()).isEqualTo("HN5070");
      assertThat(settled.skipped().get(0).manualCommands()).isNotEmpty();
    }
    assertThat(rig.property(victim, "state")).isEqualTo("Disabled");
    assertThat(rig.drills.tags).hasSize(2);
  }

  /** The peering may have a key, and whoever may write tags must not take it away. */
  @Test
  void tagsAloneDoNotSayThatThereIsNoKey() throws Exception {
    rig.stand(PEERING, DisconnectRig.peering("Disabled"));
    forge("peering", "sub/ra-rg/ra-erc/AzurePrivatePeering", " key=none");
    DrillTarget undeclared =
        DisconnectRig.target(Optional.empty(), DisconnectRig.declaredConnection(null));
    List<RestoreResult> all = settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY, undeclared);
    assertThat(all).hasSize(1).noneMatch(RestoreResult::isRestored);
    assertThat(all.get(0).failure().orElseThrow().text())
        .contains("PeeringKeyUnknown")
        .contains("If it has none, set hybridnet.failover.noPeeringKey.");
    assertThat(rig.property(PEERING, "state")).isEqualTo("Disabled");
    assertThat(rig.slept).as("no repetition brings the key").isEmpty();
  }

  /** A marker that was changed does not send the undo of this machine's drill elsewhere. */
  @Test
  void theJournalHasTheLastWord() throws Exception {
    killed(DisconnectMethod.PEERING);
    rig.drills.tags.put(TAG + "-target", "sub/victim-rg/victim/AzurePrivatePeering");
    rig.drills.show(GROUP);
    assertSettled(settle(here, LiveDrillPolicy.RESTORE_ANYWAY));
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  private static MarkerSigner seal(String secret) {
    return MarkerSigner.of(Secret.of(secret, Secret.Source.ENVIRONMENT));
  }

  @Test
  void whereThereIsASecretOnlySignedTagsOfOtherMachinesCount() throws Exception {
    signer = seal("a-secret-of-deployers");
    killed(DisconnectMethod.PEERING);
    String signed = rig.drills.tags.get(TAG);
    assertThat(signed).contains(" mac=").doesNotContain("a-secret-of-deployers");
    for (String forged :
        List.of(
            signed.substring(0, signed.indexOf(" mac=")),
            signed.replace(" mac=", " mac=A"),
            signed.replace("by=agent-7", "by=agent-8"),
            signed + "x")) {
      rig.drills.tags.put(TAG, forged);
      rig.drills.show(GROUP);
      UnfinishedDrillsResult settled =
          settled(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target());
      assertThat(settled.skipped()).hasSize(1);
      assertThat(settled.skipped().get(0).finding().code()).isEqualTo("HN5071");
    }
    rig.drills.tags.put(TAG, signed.replace("beat=0", "beat=7"));
    rig.drills.show(GROUP);
    signer = seal("another-secret-of-deployers");
    assertThat(settled(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target()).skipped())
        .hasSize(1);
    signer = seal("a-secret-of-deployers");
    assertSettled(settle(elsewhere, LiveDrillPolicy.RESTORE_ANYWAY));
  }

  @Test
  void withoutTheSecretThisMachinesOwnDrillIsUndoneAllTheSame() throws Exception {
    killed(DisconnectMethod.PEERING);
    signer = seal("a-secret-of-deployers");
    assertSettled(settle(here, LiveDrillPolicy.RESTORE_ANYWAY));
  }

  /** Wherever a file was cut off, the other drill is undone, and the file is told of. */
  @Test
  void aFileThatWasCutOffAnywhereHidesNoOtherDrill() throws Exception {
    killed(DisconnectMethod.PEERING);
    Map<String, String> tags = Map.copyOf(rig.drills.tags);
    Path file = here.resolve("drills").resolve(ID);
    String whole = Files.readString(file);
    String otherId = "20260101-000000-aaaa";
    Path other = here.resolve("drills").resolve(otherId);
    for (int length = 0; length < whole.length(); length += 7) {
      Files.writeString(other, whole.substring(0, length));
      Files.writeString(file, whole);
      rig.drills.tags.putAll(tags);
      rig.drills.show(GROUP);
      rig.stand(PEERING, DisconnectRig.peering("Disabled"));
      UnfinishedDrillsResult settled =
          settled(here, LiveDrillPolicy.RESTORE_ANYWAY, DisconnectRig.target());
      assertThat(rig.property(PEERING, "state")).as("cut at %d", length).isEqualTo("Enabled");
      assertThat(settled.skipped().stream().map(l -> l.finding().code())).containsExactly("HN5045");
    }
  }
}
