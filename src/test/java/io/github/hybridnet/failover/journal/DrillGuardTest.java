package io.github.hybridnet.failover.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.FakeCloud;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.LeverRig;
import io.github.hybridnet.failover.journal.DrillLock.Life;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
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
class DrillGuardTest {
  private static final String ID = "20261125-221500-3fa9c1";
  private static final String ENDPOINT = "https://management.azure.com";
  private static final Instant BEGIN = Instant.parse("2026-11-25T22:15:00Z");

  @TempDir private Path directory;

  private final LeverRig rig = new LeverRig();

  private DrillFiles files() {
    return new DrillFiles(directory.resolve(".hybridnet"), ENDPOINT);
  }

  private DrillGuard.Place place() {
    return new DrillGuard.Place(
        rig.drills, files(), rig.sleeper(), Duration.ofHours(1), MarkerSeal.NONE);
  }

  private DrillGuard begin(LeverKind kind) throws InterruptedException {
    return DrillGuard.begin(
        place(), new DrillGuard.Who(ID, LeverRig.GROUP, "Build Agent;7", BEGIN), rig.lever(kind));
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void bothPlacesSayAllThatItTakes() throws Exception {
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
      DrillFile file = files().find(ID).orElseThrow();
      assertThat(file.state()).isEqualTo(State.ARMED);
      assertThat(file.endpoint()).isEqualTo(ENDPOINT);
      assertThat(file.record()).isEqualTo(guard.record());
      assertThat(file.before()).isEqualTo(rig.lever(LeverKind.PEERING).definition());
      Marker marker =
          new Markers(rig.drills, LeverRig.GROUP, MarkerSeal.NONE).read().known().get(ID);
      assertThat(marker.state()).isEqualTo(State.ARMED);
      assertThat(marker.record().by()).isEqualTo("build_agent_7");
      assertThat(marker.record().target()).isEqualTo(LeverRig.PEERING);
      assertThat(marker.record().lever()).isEqualTo(LeverKind.PEERING);
      assertThat(marker.record().at()).isEqualTo(BEGIN);
      assertThat(marker.record().fingerprint()).isEqualTo(guard.record().fingerprint());
      assertThat(files().life(ID)).isEqualTo(Life.ALIVE);
    }
    assertThat(files().life(ID)).isEqualTo(Life.ENDED);
  }

  @Test
  void noSecretIsWritten() throws Exception {
    Lever connection =
        rig.lever(
            LeverKind.CONNECTION,
            LeverRig.target(
                LeverRig.declaredPeering(), LeverRig.declaredConnection(LeverRig.AUTHORIZATION)));
    DrillGuard.Who other = new DrillGuard.Who("20261125-221500-3fa9c2", LeverRig.GROUP, "b", BEGIN);
    StringBuilder texts = new StringBuilder();
    for (Lever lever : List.of(rig.lever(LeverKind.PEERING), connection)) {
      try (DrillGuard guard = DrillGuard.begin(place(), other, lever)) {
        lever.pull(Call.within(Duration.ofMinutes(1)));
        lever.undo(Call.within(Duration.ofMinutes(1)));
        texts.append(rig.drills.tags).append(guard.record()).append(guard.before());
        for (Path file : written()) {
          texts.append(Files.readString(file));
        }
        guard.remove();
      }
      // What stands shows the key now, as Azure might.
      try (DrillGuard guard = DrillGuard.begin(place(), other, lever)) {
        texts.append(Files.readString(files().path("20261125-221500-3fa9c2")));
        guard.remove();
      }
    }
    assertThat(texts).contains("properties.vlanId");
    assertThat(texts).doesNotContain(LeverRig.MD5).doesNotContain(LeverRig.AUTHORIZATION);
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
    assertThatThrownBy(() -> begin(LeverKind.PEERING)).hasMessageContaining("HN5044");
    assertThat(files().path(ID)).doesNotExist();
    assertThat(rig.cloud.applied).isEmpty();
  }

  @Test
  void aDrillThatCannotBeWrittenDownIsNotBegun() throws IOException {
    Files.writeString(directory.resolve(".hybridnet"), "a file");
    assertThatThrownBy(() -> begin(LeverKind.PEERING))
        .isInstanceOf(HybridnetException.class)
        .hasMessage(
            "HN5040: The file "
                + files().path(ID)
                + " cannot be written (it is not a directory). Without it a drill that is killed"
                + " could not be undone, so it was not begun."
                + System.lineSeparator()
                + "  Fix: make its directory writable, or set hybridnet.journalDirectory; nothing"
                + " was changed in Azure");
    assertThat(rig.drills.tags).isEmpty();
  }

  /** The JDK's own message of such a failure is the path alone. */
  @Test
  void whyTheFileCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectories(directory.resolve(".hybridnet"));
    Files.writeString(directory.resolve(".hybridnet/drills"), "a file");
    assertThatThrownBy(() -> begin(LeverKind.PEERING))
        .hasMessageContaining("cannot be written (something else stands in its place).");
  }

  @Test
  void afterTheRestoreNothingIsLeft() throws Exception {
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
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
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
      rig.drills.failures.add(FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed"));
      assertThat(guard.remove())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.code()).isEqualTo("HN5043");
                assertThat(finding.text())
                    .isEqualTo(
                        "ExpressRoute is not disconnected, but the marker of the drill could not be"
                            + " removed (it said AuthorizationFailed).");
                assertThat(finding.fix())
                    .isEqualTo(
                        "run hybridnet:restore when that is mended, or remove the tags"
                            + " hybridnet-drill-"
                            + ID
                            + " and hybridnet-drill-"
                            + ID
                            + "-target of the resource group ra-rg");
              });
      assertThat(files().find(ID)).isPresent();
    }
  }

  @Test
  void aBusyServiceIsAskedAgainToRemoveTheMarker() throws Exception {
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
      rig.drills.failures.add(FakeCloud.failure(Kind.BUSY, "TooManyRequests"));
      rig.drills.failures.add(FakeCloud.failure(Kind.UNREACHABLE, "NoAnswer"));
      assertThat(guard.remove()).isEmpty();
    }
    assertThat(rig.drills.tags).isEmpty();
  }

  @Test
  void aRemovalThatWasAnsweredAndNotDoneIsDoneAgain() throws Exception {
    try (DrillGuard guard = begin(LeverKind.PEERING)) {
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
    Throwable stop = catchThrowable(() -> begin(LeverKind.PEERING));
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
    assertThatThrownBy(() -> begin(LeverKind.PEERING))
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
            new Markers(rig.drills, LeverRig.GROUP, MarkerSeal.NONE)
                .write(new Marker(ClaimTest.record(ID), State.CLAIMED, 0));
          }
        };
    assertNothingIsLeftAfterAStop();
  }

  @Test
  void aBeatCountsUpAndNeverBringsARemovedMarkerBack() {
    Markers markers = new Markers(rig.drills, LeverRig.GROUP, MarkerSeal.NONE);
    Marker armed = new Marker(ClaimTest.record(ID), State.ARMED, 0);
    markers.write(armed);
    try (Pulse pulse = new Pulse(markers, armed, Duration.ofHours(1))) {
      pulse.beat();
      rig.drills.failures.add(FakeCloud.failure(Kind.BUSY, "TooManyRequests"));
      pulse.beat();
      pulse.beat();
      assertThat(markers.read().known().get(ID).beat()).isEqualTo(2);
      assertThat(pulse.isRemoved()).isFalse();
      markers.remove(ID);
      pulse.beat();
      assertThat(pulse.isRemoved()).isTrue();
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
            LeverKind.SITE_SIMULATION,
            LeverRig.GROUP,
            peering,
            "f".repeat(32),
            "m".repeat(300),
            Instant.parse("2026-11-25T22:15:00.123456789Z"),
            true);
    Map<String, String> tags = new Marker(record, State.CLAIMED, Long.MAX_VALUE).tags();
    assertThat(tags.values()).allMatch(value -> value.length() <= 256);
  }

  @Test
  void tagsAreFoundInAnyCaseAndOthersAreNoMarkers() {
    Marker marker = new Marker(ClaimTest.record(ID), State.ARMED, 7);
    Map<String, String> tags = new java.util.TreeMap<>();
    marker
        .tags()
        .forEach((name, value) -> tags.put(name.toUpperCase(java.util.Locale.ROOT), value));
    tags.put("hybridnet-created", "true");
    tags.put("hybridnet-drill-20270101-000000-aaaaaa-target", "left alone");
    Markers.Sight sight = Markers.sight(LeverRig.GROUP, tags);
    assertThat(sight.known()).containsOnly(Map.entry(ID, marker));
    assertThat(sight.unknown()).containsOnlyKeys("20270101-000000-aaaaaa");
  }

  @Test
  void aMarkerWithoutItsSecondTagIsNotIgnored() {
    Map<String, String> tags =
        Map.of("hybridnet-drill-" + ID, "1 armed lever=peering beat=1 at=2026-11-25T22:15:00Z");
    assertThat(Markers.sight(LeverRig.GROUP, tags).unknown()).containsOnlyKeys(ID);
  }
}
