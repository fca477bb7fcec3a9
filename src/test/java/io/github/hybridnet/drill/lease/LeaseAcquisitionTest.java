package io.github.hybridnet.drill.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.drill.action.DisconnectRig;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of several drills of a network at most one goes on, in whatever order they take their steps. */
class LeaseAcquisitionTest {
  private static final int SCHEDULES = 150;
  private static final String FIRST = "20261125-221500-000001";
  private static final String SECOND = "20261125-221500-000002";

  private final DisconnectRig rig = new DisconnectRig();
  private final DrillMarkers drillMarkers =
      new DrillMarkers(rig.drills, DisconnectRig.GROUP, MarkerSigner.NONE);

  static DrillRecord record(String id) {
    return new DrillRecord(
        id,
        DisconnectMethod.PEERING,
        DisconnectRig.GROUP,
        DisconnectRig.PEERING,
        "0123456789abcdef0123456789abcdef",
        "build-agent-1",
        Instant.parse("2026-11-25T22:15:00Z"),
        false);
  }

  private static LeaseAcquisition.AcquisitionTiming looks(int looks) {
    return new LeaseAcquisition.AcquisitionTiming(
        Duration.ofSeconds(2), Duration.ofSeconds(5), looks);
  }

  private DrillMarker arm(String id) throws InterruptedException {
    return new LeaseAcquisition(drillMarkers, rig.sleeper(), looks(3)).acquire(record(id));
  }

  private void found(String id, State state) {
    drillMarkers.write(new DrillMarker(record(id), state, 0));
  }

  static Stream<Long> seeds() {
    long base = Long.getLong("hybridnet.seed", System.nanoTime());
    return new Random(base).longs(SCHEDULES).boxed();
  }

  @Test
  void aloneItIsArmed() throws InterruptedException {
    DrillMarker armed = arm(FIRST);
    assertThat(armed.state()).isEqualTo(State.ARMED);
    assertThat(drillMarkers.read().known()).containsOnly(Map.entry(FIRST, armed));
    assertThat(rig.drills.tags)
        .containsOnlyKeys("hybridnet-drill-" + FIRST, "hybridnet-drill-" + FIRST + "-target");
  }

  @Test
  void yieldsToAnArmedOneAndLeavesNothing() {
    found(SECOND, State.ARMED);
    assertThatThrownBy(() -> arm(FIRST))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN5041: Another failover drill is running: "
                + SECOND
                + " on 'build-agent-1', which began at 2026-11-25T22:15:00Z. It disconnects"
                + " ExpressRoute with the method 'peering' (the circuit peering"
                + " 'ra-erc/AzurePrivatePeering')."
                + System.lineSeparator()
                + "  Fix: wait until that drill ends, and run the goal again. Whatever its"
                + " parameters, it begins to restore ExpressRoute at 2026-11-26T00:15:00Z at the"
                + " latest. Run hybridnet:restore only to stop that drill now and restore"
                + " ExpressRoute");
    assertThat(drillMarkers.read().known()).containsOnlyKeys(SECOND);
  }

  @Test
  void yieldsToAnEarlierClaim() {
    found(FIRST, State.CLAIMED);
    assertThatThrownBy(() -> arm(SECOND)).hasMessageContaining("HN5041");
    assertThat(drillMarkers.read().known()).containsOnlyKeys(FIRST);
  }

  @Test
  void waitsForALaterClaimToGiveWay() throws InterruptedException {
    found(SECOND, State.CLAIMED);
    rig.whileSleeping =
        duration -> {
          if (rig.slept.size() == 3) {
            drillMarkers.remove(SECOND, Map.of());
          }
        };
    assertThat(arm(FIRST).state()).isEqualTo(State.ARMED);
  }

  @Test
  void aLaterClaimThatStaysIsNotWaitedForWithoutEnd() {
    found(SECOND, State.CLAIMED);
    assertThatThrownBy(() -> arm(FIRST)).hasMessageContaining("is about to start: " + SECOND);
    assertThat(drillMarkers.read().known()).containsOnlyKeys(SECOND);
  }

  @Test
  void aMarkerOfALaterVersionStopsIt() {
    rig.drills.tags.put("hybridnet-drill-20270101-000000-abcdef", "2 something new");
    assertThatThrownBy(() -> arm(FIRST))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "HN5042: ExpressRoute may be disconnected by a failover drill whose record"
                + " cannot be read. The resource group 'ra-rg' has the tag"
                + " 'hybridnet-drill-20270101-000000-abcdef', with which this plugin records a"
                + " drill. Another version of the plugin wrote it, in format 2: '2 something new'."
                + " That drill may still be running. It was left as it is."
                + System.lineSeparator()
                + "  Fix: run hybridnet:status. If ExpressRoute is disconnected and no build runs"
                + " that drill any more, restore ExpressRoute with the version");
    assertThat(rig.drills.tags).hasSize(1);
  }

  @Test
  void tagsThatCannotBeWrittenStopIt() {
    rig.drills.failures.add(FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed"));
    assertThatThrownBy(() -> arm(FIRST))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN5044: The drill was not started, because the tags 'hybridnet-drill-"
                + FIRST
                + "' and 'hybridnet-drill-"
                + FIRST
                + "-target' of the resource group 'ra-rg' could not be written:"
                + " (AuthorizationFailed) it said AuthorizationFailed [request id req-1]. Other"
                + " machines find the drill by these tags. ExpressRoute was not disconnected."
                + System.lineSeparator()
                + "  Fix: give this identity the action Microsoft.Resources/tags/write on the group"
                + " (the role Tag Contributor has it). If the group has more than 48 tags, remove"
                + " some: a drill needs two");
  }

  @Test
  void aMarkerThatIsNotThereWhenItIsReadBackStopsIt() {
    rig.whileSleeping =
        duration -> {
          if (rig.slept.size() == 2) {
            rig.drills.tags.clear();
          }
        };
    assertThatThrownBy(() -> arm(FIRST))
        .hasMessageContaining("HN5044")
        .hasMessageContaining("Azure accepted them, but does not return them");
  }

  /** Reads show the tags of a minute ago. */
  private void tagsLag() {
    TreeMap<Duration, Map<String, String>> known = new TreeMap<>();
    rig.drills.before = () -> known.put(passed(), Map.copyOf(rig.drills.tags));
    rig.drills.seen =
        tags ->
            Optional.ofNullable(known.floorEntry(passed().minusSeconds(60)))
                .map(Map.Entry::getValue)
                .orElse(Map.of());
  }

  private Duration passed() {
    return rig.slept.stream().reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void tagsThatReadsShowLateAreWaitedFor() throws InterruptedException {
    tagsLag();
    assertThat(armAsUsual(FIRST).state()).isEqualTo(State.ARMED);
    assertThat(passed()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(150));
  }

  @Test
  void anotherDrillThatReadsShowLateIsSeen() {
    tagsLag();
    found(SECOND, State.ARMED);
    assertThatThrownBy(() -> armAsUsual(FIRST)).hasMessageContaining("HN5041");
    assertThat(rig.drills.tags).containsOnlyKeys(tags(SECOND));
  }

  /** What is withdrawn is not shown yet, or as it was before. */
  @Test
  void aClaimThatReadsDoNotShowIsWithdrawn() {
    tagsLag();
    rig.whileSleeping =
        duration -> {
          throw new InterruptedException();
        };
    assertThatThrownBy(() -> armAsUsual(FIRST)).isInstanceOf(InterruptedException.class);
    assertThat(rig.drills.tags).isEmpty();
  }

  /** terraform-provider-azurerm issue 7139. */
  @Test
  void aReadThatMissesAllTagsDoesNotHideAnotherDrill() {
    found(SECOND, State.ARMED);
    boolean[] missed = {false};
    rig.drills.seen =
        tags -> {
          Map<String, String> shown = missed[0] ? tags : Map.of();
          missed[0] = true;
          return shown;
        };
    assertThatThrownBy(() -> armAsUsual(FIRST)).hasMessageContaining("HN5041");
  }

  private DrillMarker armAsUsual(String id) throws InterruptedException {
    return new LeaseAcquisition(
            drillMarkers, rig.sleeper(), LeaseAcquisition.AcquisitionTiming.STANDARD)
        .acquire(record(id));
  }

  private static String[] tags(String id) {
    return new String[] {"hybridnet-drill-" + id, "hybridnet-drill-" + id + "-target"};
  }

  @Test
  void anInterruptionWithdrawsTheClaim() {
    rig.whileSleeping =
        duration -> {
          throw new InterruptedException();
        };
    assertThatThrownBy(() -> arm(FIRST)).isInstanceOf(InterruptedException.class);
    assertThat(rig.drills.tags).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverTwoGoOnAndOneDoes(long seed) {
    Outcome outcome = schedule(seed, 0);
    assertThat(outcome.most.get()).as("seed %d", seed).isEqualTo(1);
    assertThat(outcome.wentOn.get()).as("seed %d", seed).isPositive();
    assertThat(rig.drills.tags).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverTwoGoOnWhenSomeAreKilled(long seed) {
    assertThat(schedule(seed, 0.06).most.get()).as("seed %d", seed).isLessThanOrEqualTo(1);
  }

  /** What several drills came to. */
  private static final class Outcome {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger wentOn = new AtomicInteger();
  }

  private Outcome schedule(long seed, double deaths) {
    Random random = new Random(seed);
    Turns turns = new Turns(random, deaths);
    Outcome outcome = new Outcome();
    rig.drills.before = turns::step;
    List<Runnable> drills = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String id = "20261125-221500-00000" + i;
      drills.add(() -> drill(id, turns, outcome));
    }
    turns.run(drills);
    rig.drills.before = () -> {};
    return outcome;
  }

  /** A killed drill stays where it is: its lever is pulled for good. */
  private void drill(String id, Turns turns, Outcome outcome) {
    try {
      new LeaseAcquisition(drillMarkers, duration -> turns.step(), looks(1000)).acquire(record(id));
      outcome.wentOn.incrementAndGet();
      outcome.most.accumulateAndGet(outcome.now.incrementAndGet(), Math::max);
      turns.step();
      turns.step();
      outcome.now.decrementAndGet();
      drillMarkers.remove(id, Map.of());
    } catch (UserException yielded) {
      assertThat(yielded.code()).isEqualTo("HN5041");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
