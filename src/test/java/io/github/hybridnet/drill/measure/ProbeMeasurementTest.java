package io.github.hybridnet.drill.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.measure.ProbeMeasurement.LatencySummary;
import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.probe.ProbeSnapshot;
import io.github.hybridnet.drill.probe.ProbeTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Probes one second apart that are answered after 10 ms or not at all, unless said otherwise. */
class ProbeMeasurementTest {
  private static final ProbeTiming TIMING =
      new ProbeTiming(Duration.ofSeconds(1), Duration.ofMillis(900));

  private final List<ProbeSample> samples = new ArrayList<>();

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private void sample(String target, long at, long took, boolean ok) {
    samples.add(
        new ProbeSample(
            target, at / 1000, ms(at), ms(took), ok, ok ? "" : "no answer within 900 ms"));
  }

  /** One sign for each second: + answered, - not answered, r refused, blank not sent. */
  private ProbeMeasurementTest probes(String target, String answers) {
    for (int i = 0; i < answers.length(); i++) {
      long at = i * 1000L;
      switch (answers.charAt(i)) {
        case '+' -> sample(target, at, 10, true);
        case '-' -> sample(target, at, 900, false);
        case 'r' -> sample(target, at, 1, false);
        default -> {}
      }
    }
    return this;
  }

  private static DrillMilestones lever(long millis) {
    return DrillMilestones.none().with(Milestone.DISCONNECT_REQUESTED, ms(millis));
  }

  private ProbeMeasurement measure(DrillMilestones drillMilestones) {
    List<String> targets = samples.stream().map(ProbeSample::target).distinct().toList();
    samples.sort(Comparator.comparing(ProbeSample::at));
    return ProbeMeasurement.of(
        new ProbeSnapshot(TIMING, targets, samples, Map.of()), drillMilestones);
  }

  private TargetMeasurement only(DrillMilestones drillMilestones) {
    return measure(drillMilestones).targets().get(0);
  }

  @Test
  void anOutageLiesBetweenTheProbesAroundIt() {
    probes("a", "++++++++++---+++++++++++");
    assertThat(only(lever(9_500)).outages())
        .containsExactly(
            // Begin: halfway from 9 s (and half a round trip) to 10 s; at least from 10.02 s, which
            // is twice a round trip after the first failure, to 12 s; at most from 9 s to 13.01 s.
            new TargetOutage(
                "a", ms(9_505), Optional.of(ms(12_500)), ms(1_980), Optional.of(ms(4_010)), 3));
  }

  @Test
  void aRefusalTellsTheBeginBetterThanSilence() {
    probes("a", "+rrr+++");
    TargetOutage targetOutage = only(lever(500)).outages().get(0);
    // A few answers tell nothing of the latency, but a refusal was there after 1 ms.
    assertThat(targetOutage.atLeast()).isEqualTo(ms(1_999));
    assertThat(targetOutage.atMost()).contains(ms(4_010));
  }

  @Test
  void fewAnswersTellNothingOfTheLatency() {
    probes("a", "+---+++");
    // From the time-out of the first failure, at 1.9 s, to the begin of the last one.
    assertThat(only(lever(500)).outages().get(0).atLeast()).isEqualTo(ms(1_100));
  }

  @Test
  void oneFailedProbeIsAnOutageWithoutALowerBound() {
    probes("a", "++++++++++-++++++++++");
    TargetMeasurement target = only(lever(5_000));
    assertThat(target.failed()).isEqualTo(1);
    assertThat(target.outages()).hasSize(1);
    TargetOutage targetOutage = target.outages().get(0);
    assertThat(targetOutage.failed()).isEqualTo(1);
    assertThat(targetOutage.begin()).isEqualTo(ms(9_505));
    assertThat(targetOutage.end()).contains(ms(10_500));
    assertThat(targetOutage.atLeast()).isZero();
    assertThat(targetOutage.atMost()).contains(ms(2_010));
  }

  @Test
  void anOutageThatDoesNotEndHasNoUpperBoundAndIsTheLongest() {
    probes("a", "++++++++++----------++++").probes("b", "+++++++++++++++++++++---");
    ProbeMeasurement probeMeasurement = measure(lever(9_000));
    TargetOutage open = probeMeasurement.longestOutage().orElseThrow();
    assertThat(open.target()).isEqualTo("b");
    assertThat(open.end()).isEmpty();
    assertThat(open.atMost()).isEmpty();
    assertThat(probeMeasurement.targets().get(1).outages().get(0).atLeast()).isEqualTo(ms(1_980));
    // Another one was seen to last longer; whether the open one does is not known.
    assertThat(open.atLeast()).isEqualTo(ms(8_980));
  }

  @Test
  void withoutAnyAnswerBeforeAnOutageCountsFromTheFirstProbe() {
    probes("a", "---+++");
    TargetOutage targetOutage = only(lever(0)).outages().get(0);
    assertThat(targetOutage.begin()).isZero();
    assertThat(targetOutage.atMost()).contains(ms(3_010));
  }

  @Test
  void whatWasNeverReachedHasOneOutageAndNoLatency() {
    probes("a", "-----");
    TargetMeasurement target = only(lever(2_000));
    assertThat(target.outages()).hasSize(1);
    assertThat(target.outages().get(0).failed()).isEqualTo(5);
    assertThat(target.longestGap()).isEmpty();
    assertThat(target.before()).isEqualTo(LatencySummary.NONE);
    assertThat(measure(lever(2_000)).longestOutage()).isPresent();
    assertThat(measure(lever(2_000)).availability()).contains(0.0);
  }

  @Test
  void anAnswerThatOvertookTheFailedProbeDoesNotBoundTheBegin() {
    for (long at = 0; at <= 100; at += 10) {
      sample("a", at, 1, true);
    }
    sample("a", 110, 25, true);
    sample("a", 120, 900, false);
    for (long at = 130; at <= 300; at += 10) {
      sample("a", at, 1, true);
    }
    // The packets of the one from 110 to 135 may have passed after the outage.
    OutageEstimate found = new OutageFinder(samples).find().get(0);
    assertThat(found.earliestBegin()).isEqualTo(ms(100));
  }

  @Test
  void aFailureBeforeTheAnswerOfTheFirstThatSucceededBelongsToTheSameOutage() {
    probes("a", "++++++++++--");
    sample("a", 12_000, 700, true);
    sample("a", 12_500, 900, false);
    sample("a", 13_500, 10, true);
    assertThat(only(lever(9_000)).outages()).hasSize(1);
    assertThat(only(lever(9_000)).outages().get(0).failed()).isEqualTo(3);
  }

  @Test
  void eachTimeATargetIsLostAfterTheLeverIsAFlap() {
    probes("a", "++-+++++++++--++-+++++-+");
    TargetMeasurement target = only(lever(11_500));
    assertThat(target.outages()).hasSize(4);
    assertThat(target.flaps()).isEqualTo(3);
    assertThat(only(DrillMilestones.none()).flaps()).isZero();
  }

  @Test
  void outagesThatWereOverBeforeTheLeverAreNotHeldAgainstTheDrill() {
    probes("a", "+++-----++++++++++-++");
    assertThat(measure(lever(12_000)).longestOutage().orElseThrow().begin()).isEqualTo(ms(17_505));
    assertThat(measure(DrillMilestones.none()).longestOutage()).isEmpty();
  }

  @Test
  void anOutageThatStandsWhenTheLeverIsPulledIsHeldAgainstTheDrill() {
    probes("a", "++++++++++-----+++++++++");
    assertThat(measure(lever(12_000)).longestOutage().orElseThrow().begin()).isEqualTo(ms(9_505));
  }

  @Test
  void aTimeInWhichNothingWasSentMayHaveBeenAnOutage() {
    probes("a", "+++   ++-++      ++++");
    ProbeMeasurement probeMeasurement = measure(lever(7_500));
    assertThat(probeMeasurement.longestOutage())
        .contains(
            new TargetOutage(
                "a",
                ms(10_000),
                Optional.of(ms(17_010)),
                Duration.ZERO,
                Optional.of(ms(7_010)),
                0));
    // It is no outage that anybody saw.
    assertThat(probeMeasurement.targets().get(0).outages()).hasSize(1);
    assertThat(measure(lever(18_000)).longestOutage()).isEmpty();
    assertThat(measure(DrillMilestones.none()).longestOutage()).isEmpty();
  }

  @Test
  void aTimeInWhichNothingWasSentHidesNoOutageThatWasSeen() {
    probes("a", "+++------+++            ++++");
    TargetOutage longest = measure(lever(2_500)).longestOutage().orElseThrow();
    assertThat(longest.begin()).isEqualTo(ms(11_000));
    assertThat(longest.atMost()).contains(ms(13_010));
    Duration seen = only(lever(2_500)).outages().get(0).atLeast();
    assertThat(seen).isGreaterThan(ms(4_000));
    assertThat(longest.atLeast()).isEqualTo(seen);
  }

  @Test
  void availabilityCountsFromTheLeverUntilEverythingIsRestored() {
    probes("a", "---++-++++---").probes("b", "---+++++++---");
    DrillMilestones drillMilestones = lever(3_000).with(Milestone.RESTORED, ms(10_000));
    assertThat(measure(drillMilestones).availability()).contains(13 / 14.0);
    assertThat(measure(lever(3_000).with(Milestone.END, ms(11_000))).availability())
        .contains(13 / 16.0);
    assertThat(measure(lever(12_000)).availability()).contains(0.0);
    assertThat(measure(DrillMilestones.none()).availability()).isEmpty();
    assertThat(measure(lever(20_000)).availability()).isEmpty();
  }

  @Test
  void theFirstFailureIsTheFirstThatWasKnownOfAProbeAfterTheLever() {
    probes("a", "-++-").probes("b", "+++ rr");
    assertThat(measure(lever(1_000)).firstFailure()).contains(ms(3_900));
    assertThat(measure(lever(4_000)).firstFailure()).contains(ms(4_001));
    assertThat(measure(lever(6_000)).firstFailure()).isEmpty();
    assertThat(measure(DrillMilestones.none()).firstFailure()).isEmpty();
  }

  @Test
  void latencyIsToldBeforeDuringAndAfter() {
    sample("a", 0, 5, true);
    sample("a", 1_000, 7, true);
    sample("a", 1_995, 900, true);
    sample("a", 3_000, 900, false);
    sample("a", 4_000, 40, true);
    sample("a", 5_000, 60, true);
    sample("a", 5_990, 30, true);
    sample("a", 7_000, 6, true);
    DrillMilestones drillMilestones =
        lever(2_000)
            .with(Milestone.FAILED_OVER, ms(4_000))
            .with(Milestone.RESTORE, ms(6_000))
            .with(Milestone.RESTORED, ms(6_500));
    TargetMeasurement target = only(drillMilestones);
    // Those that were under way at a change belong to neither side.
    assertThat(target.before()).isEqualTo(new LatencySummary(2, ms(5), ms(7), ms(7)));
    assertThat(target.during()).isEqualTo(new LatencySummary(2, ms(40), ms(60), ms(60)));
    assertThat(target.after()).isEqualTo(new LatencySummary(1, ms(6), ms(6), ms(6)));
    assertThat(only(DrillMilestones.none()).before().probes()).isEqualTo(7);
  }

  @Test
  void percentilesAreOnesThatWereMeasured() {
    for (int i = 1; i <= 100; i++) {
      sample("a", i * 1_000L, i, true);
    }
    assertThat(only(DrillMilestones.none()).before())
        .isEqualTo(new LatencySummary(100, ms(50), ms(95), ms(100)));
  }

  @Test
  void theLongestGapCountsWhatWasNotSentToo() {
    assertThat(probes("a", "++   ++-+").only(lever(0)).longestGap()).contains(ms(4_000));
  }

  @Test
  void theLongestGapCountsTheTimeBeforeTheFirstAndAfterTheLastAnswer() {
    assertThat(probes("a", "--+--").only(lever(0)).longestGap()).contains(ms(2_000));
    samples.clear();
    assertThat(probes("a", "+++----").only(lever(0)).longestGap()).contains(ms(4_000));
  }

  @Test
  void withoutProbesThereIsNothingToSay() {
    ProbeMeasurement probeMeasurement =
        ProbeMeasurement.of(new ProbeSnapshot(TIMING, List.of("a"), List.of(), Map.of()), lever(0));
    assertThat(probeMeasurement.targets())
        .containsExactly(
            new TargetMeasurement(
                "a",
                0,
                0,
                List.of(),
                Optional.empty(),
                0,
                LatencySummary.NONE,
                LatencySummary.NONE,
                LatencySummary.NONE));
    assertThat(probeMeasurement.longestOutage()).isEmpty();
    assertThat(probeMeasurement.availability()).isEmpty();
  }
}
