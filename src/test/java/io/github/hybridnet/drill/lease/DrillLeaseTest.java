package io.github.hybridnet.drill.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectRig;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.lease.DrillProcessLock.ProcessState;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill is written down before anything is touched, here and in Azure, and holds no secret. */
class DrillLeaseTest {
  private static final String ID = "20261125-221500-3fa9c1";
  private static final String ENDPOINT = "https://management.azure.com";
  private static final Instant BEGIN = Instant.parse("2026-11-25T22:15:00Z");

  @TempDir private Path directory;

  private final DisconnectRig rig = new DisconnectRig();

  private DrillJournal files() {
    return new DrillJournal(directory.resolve(".hybridnet"), ENDPOINT);
  }

  private DrillLease.LeaseStorage place() {
    return new DrillLease.LeaseStorage(
        rig.drills, files(), rig.sleeper(), Duration.ofHours(1), MarkerSigner.NONE);
  }

  private DrillLease begin(DisconnectMethod kind) throws InterruptedException {
    return DrillLease.acquire(
        place(),
        new DrillLease.LeaseOwner(ID, DisconnectRig.GROUP, "Build Agent;7", BEGIN),
        rig.lever(kind));
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void bothPlacesSayAllThatItTakes() throws Exception {
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      DrillJournalFile file = files().find(ID).orElseThrow();
      assertThat(file.state()).isEqualTo(State.ARMED);
      assertThat(file.endpoint()).isEqualTo(ENDPOINT);
      assertThat(file.record()).isEqualTo(guard.record());
      assertThat(file.before()).isEqualTo(rig.lever(DisconnectMethod.PEERING).definition());
      DrillMarker drillMarker =
          new DrillMarkers(rig.drills, DisconnectRig.GROUP, MarkerSigner.NONE)
              .read()
              .known()
              .get(ID);
      assertThat(drillMarker.state()).isEqualTo(State.ARMED);
      assertThat(drillMarker.record().machine()).isEqualTo("build_agent_7");
      assertThat(drillMarker.record().target()).isEqualTo(DisconnectRig.PEERING);
      assertThat(drillMarker.record().method()).isEqualTo(DisconnectMethod.PEERING);
      assertThat(drillMarker.record().begin()).isEqualTo(BEGIN);
      assertThat(drillMarker.record().fingerprint()).isEqualTo(guard.record().fingerprint());
      assertThat(files().processState(ID)).isEqualTo(ProcessState.ALIVE);
    }
    assertThat(files().processState(ID)).isEqualTo(ProcessState.ENDED);
  }

  @Test
  void noSecretIsWritten() throws Exception {
    DisconnectAction connection =
        rig.lever(
            DisconnectMethod.CONNECTION,
            DisconnectRig.target(
                DisconnectRig.declaredPeering(),
                DisconnectRig.declaredConnection(DisconnectRig.AUTHORIZATION)));
    DrillLease.LeaseOwner other =
        new DrillLease.LeaseOwner("20261125-221500-3fa9c2", DisconnectRig.GROUP, "b", BEGIN);
    StringBuilder texts = new StringBuilder();
    for (DisconnectAction disconnectAction :
        List.of(rig.lever(DisconnectMethod.PEERING), connection)) {
      try (DrillLease guard = DrillLease.acquire(place(), other, disconnectAction)) {
        disconnectAction.disconnect(Duration.ofMinutes(1));
        disconnectAction.restore(ResourceDefinition.NONE, Duration.ofMinutes(1));
        texts.append(rig.drills.tags).append(guard.record()).append(guard.before());
        for (Path file : written()) {
          texts.append(Files.readString(file));
        }
        guard.remove();
      }
      // What stands shows the key now, as Azure might.
      try (DrillLease guard = DrillLease.acquire(place(), other, disconnectAction)) {
        texts.append(Files.readString(files().path("20261125-221500-3fa9c2")));
        guard.remove();
      }
    }
    assertThat(texts).contains("properties.vlanId");
    assertThat(texts).doesNotContain(DisconnectRig.MD5).doesNotContain(DisconnectRig.AUTHORIZATION);
  }

  @Test
  void theFileIsThereBeforeTheMarker() {
    rig.drills.failures.add(FakeCloud.failure(Kind.REFUSED, "TagsFull"));
    rig.drills.before =
        () -> {
          try {
            assertThat(files().find(ID).orElseThrow().state()).isEqualTo(State.CLAIMED);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          } finally {
            rig.drills.before = () -> {};
          }
        };
    assertThatThrownBy(() -> begin(DisconnectMethod.PEERING)).hasMessageContaining("HN5044");
    assertThat(files().path(ID)).doesNotExist();
    assertThat(rig.cloud.applied).isEmpty();
  }

  @Test
  void aDrillThatCannotBeWrittenDownIsNotBegun() throws IOException {
    Files.writeString(directory.resolve(".hybridnet"), "a file");
    assertThatThrownBy(() -> begin(DisconnectMethod.PEERING))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN5040: The drill was not started, because the file '"
                + files().path(ID)
                + "' cannot be written (it is not a directory). Without this file a killed drill"
                + " could not be restored. Nothing was changed in Azure."
                + System.lineSeparator()
                + "  Fix: make '"
                + files().path(ID).getParent()
                + "' a directory that this user may write, or set hybridnet.journalDirectory to"
                + " another one");
    assertThat(rig.drills.tags).isEmpty();
  }

  /** The JDK's own message of such a failure is the path alone. */
  @Test
  void whyTheFileCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectories(directory.resolve(".hybridnet"));
    Files.writeString(directory.resolve(".hybridnet/drills"), "a file");
    assertThatThrownBy(() -> begin(DisconnectMethod.PEERING))
        .hasMessageContaining("cannot be written (something else exists at its path).");
  }

  @Test
  void afterTheRestoreNothingIsLeft() throws Exception {
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      assertThat(guard.remove()).isEmpty();
    }
    assertThat(rig.drills.tags).isEmpty();
    assertThat(written())
        .extracting(Path::getFileName)
        .map(Path::toString)
        .containsExactly(".gitignore");
  }

  @Test
  void aMarkerThatCannotBeRemovedIsAWarningAndTheFileStays() throws Exception {
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      rig.drills.failures.add(FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed"));
      assertThat(guard.remove())
          .singleElement()
          .satisfies(
              drillFinding -> {
                assertThat(drillFinding.code()).isEqualTo("HN5043");
                assertThat(drillFinding.text())
                    .isEqualTo(
                        "ExpressRoute is not disconnected. The record of the failover drill"
                            + " 20261125-221500-3fa9c1 is left, because the tags"
                            + " 'hybridnet-drill-20261125-221500-3fa9c1' and"
                            + " 'hybridnet-drill-20261125-221500-3fa9c1-target' of the resource"
                            + " group 'ra-rg' could not be removed: (AuthorizationFailed) it said"
                            + " AuthorizationFailed [request id req-1].");
                assertThat(drillFinding.fix())
                    .isEqualTo(
                        "resolve the cause and run hybridnet:restore. Or remove the tags"
                            + " 'hybridnet-drill-"
                            + ID
                            + "' and 'hybridnet-drill-"
                            + ID
                            + "-target' of the resource group 'ra-rg' by hand");
              });
      assertThat(files().find(ID)).isPresent();
    }
  }

  @Test
  void aBusyServiceIsAskedAgainToRemoveTheMarker() throws Exception {
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      rig.drills.failures.add(FakeCloud.failure(Kind.BUSY, "TooManyRequests"));
      rig.drills.failures.add(FakeCloud.failure(Kind.UNREACHABLE, "NoAnswer"));
      assertThat(guard.remove()).isEmpty();
    }
    assertThat(rig.drills.tags).isEmpty();
  }

  @Test
  void aRemovalThatWasAnsweredAndNotDoneIsDoneAgain() throws Exception {
    try (DrillLease guard = begin(DisconnectMethod.PEERING)) {
      rig.drills.intercepted = 1;
      rig.drills.failures.add(FakeCloud.failure(Kind.UNREADABLE, "UnreadableAnswer"));
      assertThat(guard.remove()).isEmpty();
    }
    assertThat(rig.drills.tags).isEmpty();
  }

  /** Requests of an interrupted thread fail in their own way, also those that tidy up. */
  private void failWhenInterrupted() {
    rig.drills.before =
        () -> {
          if (Thread.currentThread().isInterrupted()) {
            throw FakeCloud.failure(Kind.UNREACHABLE, "Interrupted");
          }
        };
  }

  private void assertNothingIsLeftAfterAStop() throws IOException {
    Throwable stop = catchThrowable(() -> begin(DisconnectMethod.PEERING));
    assertThat(Thread.interrupted() || stop instanceof InterruptedException)
        .as("the caller learns of the stop")
        .isTrue();
    assertThat(stop).isNotNull();
    assertThat(rig.drills.tags).isEmpty();
    assertThat(written())
        .extracting(Path::getFileName)
        .map(Path::toString)
        .containsExactly(".gitignore");
  }

  @Test
  void aDrillThatIsStoppedWhileItIsWrittenDownLeavesNothing() throws Exception {
    failWhenInterrupted();
    rig.whileSleeping = duration -> Thread.currentThread().interrupt();
    assertNothingIsLeftAfterAStop();
  }

  @Test
  void aDrillThatIsStoppedWhileItsFileIsArmedLeavesNothing() throws Exception {
    failWhenInterrupted();
    Runnable requests = rig.drills.before;
    rig.drills.before =
        () -> {
          requests.run();
          // The look that confirms is the first one after both pauses.
          if (rig.slept.size() == 2) {
            Thread.currentThread().interrupt();
          }
        };
    assertNothingIsLeftAfterAStop();
    rig.slept.clear();
    assertThatThrownBy(() -> begin(DisconnectMethod.PEERING))
        .as("a stop is no problem of the file")
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aMarkerThatArrivesAfterTheStopIsRemoved() throws Exception {
    boolean[] arrived = {false};
    rig.drills.before =
        () -> {
          if (!arrived[0]) {
            Thread.currentThread().interrupt();
            throw FakeCloud.failure(Kind.UNREACHABLE, "Interrupted");
          }
        };
    rig.whileSleeping =
        duration -> {
          if (!arrived[0]) {
            arrived[0] = true;
            new DrillMarkers(rig.drills, DisconnectRig.GROUP, MarkerSigner.NONE)
                .write(new DrillMarker(LeaseAcquisitionTest.record(ID), State.CLAIMED, 0));
          }
        };
    assertNothingIsLeftAfterAStop();
  }

  @Test
  void aBeatCountsUpAndNeverBringsARemovedMarkerBack() {
    DrillMarkers drillMarkers =
        new DrillMarkers(rig.drills, DisconnectRig.GROUP, MarkerSigner.NONE);
    DrillMarker armed = new DrillMarker(LeaseAcquisitionTest.record(ID), State.ARMED, 0);
    drillMarkers.write(armed);
    try (LeaseHeartbeat leaseHeartbeat =
        new LeaseHeartbeat(drillMarkers, armed, Duration.ofHours(1))) {
      leaseHeartbeat.beat();
      rig.drills.failures.add(FakeCloud.failure(Kind.BUSY, "TooManyRequests"));
      leaseHeartbeat.beat();
      leaseHeartbeat.beat();
      assertThat(drillMarkers.read().known().get(ID).beat()).isEqualTo(2);
      assertThat(leaseHeartbeat.isRemoved()).isFalse();
      Map<String, String> before = Map.copyOf(rig.drills.tags);
      drillMarkers.remove(ID, Map.of());
      for (int i = 0; i < 4; i++) {
        leaseHeartbeat.beat();
      }
      assertThat(leaseHeartbeat.isRemoved()).as("reads may lag or miss tags").isFalse();
      rig.drills.tags.putAll(before);
      leaseHeartbeat.beat();
      assertThat(drillMarkers.read().known().get(ID).beat()).isEqualTo(3);
      drillMarkers.remove(ID, Map.of());
      for (int i = 0; i < 5; i++) {
        leaseHeartbeat.beat();
      }
      assertThat(leaseHeartbeat.isRemoved()).isTrue();
      assertThat(rig.drills.tags).isEmpty();
    }
  }

  /** Names of 90 and 80 characters are the longest that Azure takes. */
  @Test
  void theLongestNamesFitIntoATag() {
    ResourceKey peering =
        new ResourceKey(
            "00000000-0000-0000-0000-000000000000",
            "g".repeat(90),
            ResourceType.PEERING,
            "c".repeat(80) + "/AzurePrivatePeering");
    DrillRecord record =
        new DrillRecord(
            ID,
            DisconnectMethod.SITE_SIMULATION,
            DisconnectRig.GROUP,
            peering,
            "f".repeat(32),
            "m".repeat(300),
            Instant.parse("2026-11-25T22:15:00.123456789Z"),
            true);
    Map<String, String> tags = new DrillMarker(record, State.CLAIMED, Long.MAX_VALUE).tags();
    assertThat(tags.values()).allMatch(value -> value.length() <= 256);
  }

  @Test
  void tagsAreFoundInAnyCaseAndOthersAreNoMarkers() {
    DrillMarker drillMarker = new DrillMarker(LeaseAcquisitionTest.record(ID), State.ARMED, 7);
    Map<String, String> tags = new java.util.TreeMap<>();
    drillMarker
        .tags()
        .forEach((name, value) -> tags.put(name.toUpperCase(java.util.Locale.ROOT), value));
    tags.put("hybridnet-created", "true");
    tags.put("hybridnet-drill-20270101-000000-aaaaaa-target", "left alone");
    DrillMarkers.MarkerSet markerSet = DrillMarkers.sight(DisconnectRig.GROUP, tags);
    assertThat(markerSet.known()).containsOnly(Map.entry(ID, drillMarker));
    assertThat(markerSet.unknown()).containsOnlyKeys("20270101-000000-aaaaaa");
  }

  @Test
  void aMarkerWithoutItsSecondTagIsNotIgnored() {
    Map<String, String> tags =
        Map.of("hybridnet-drill-" + ID, "1 armed lever=peering beat=1 at=2026-11-25T22:15:00Z");
    assertThat(DrillMarkers.sight(DisconnectRig.GROUP, tags).unknown()).containsOnlyKeys(ID);
  }
}
