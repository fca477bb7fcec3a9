package io.github.hybridnet.drill.measure;

import static io.github.hybridnet.drill.run.SampleDrills.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.measure.DrillMetric.Kind;
import io.github.hybridnet.drill.measure.DrillMetric.State;
import io.github.hybridnet.drill.measure.ProbeMeasurement.LatencySummary;
import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.run.SampleDrills;
import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillMetricsTest {
  private static final DrillMilestones PULLED =
      DrillMilestones.none().with(Milestone.DISCONNECT_REQUESTED, seconds(10));

  private static ProbeMeasurement measured(double availability, TargetOutage... outages) {
    TargetMeasurement target =
        new TargetMeasurement(
            "web",
            100,
            1,
            List.of(outages),
            Optional.empty(),
            1,
            LatencySummary.NONE,
            LatencySummary.NONE,
            LatencySummary.NONE);
    return new ProbeMeasurement(
        List.of(target),
        Optional.of(availability),
        List.of(outages).stream().findFirst(),
        Optional.empty());
  }

  private static TargetOutage outage(double atLeast, Optional<Duration> atMost) {
    return new TargetOutage("web", seconds(11), Optional.empty(), seconds(atLeast), atMost, 3);
  }

  private static DrillMetric figure(
      Kind kind, DrillMilestones drillMilestones, ProbeMeasurement probeMeasurement) {
    return DrillMetrics.of(
            SampleDrills.THRESHOLDS, drillMilestones, Optional.ofNullable(probeMeasurement))
        .stream()
        .filter(f -> f.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static String shown(DrillMetric drillMetric) {
    return drillMetric.measured()
        + "; "
        + drillMetric.threshold()
        + "; "
        + drillMetric.state().label();
  }

  @Test
  void theUpperBoundOfAnOutageCounts() {
    DrillMetric within =
        figure(Kind.OUTAGE, PULLED, measured(1, outage(29, Optional.of(seconds(30)))));
    assertThat(shown(within)).isEqualTo("29.000 s to 30.000 s; at most 30 s; kept");
    Duration more = seconds(30).plusNanos(1);
    DrillMetric above = figure(Kind.OUTAGE, PULLED, measured(1, outage(29, Optional.of(more))));
    assertThat(shown(above)).isEqualTo("29.000 s to 30.001 s; at most 30 s; broken");
  }

  @Test
  void anOutageWithoutAnEndBreaksAnyThreshold() {
    DrillMetric open = figure(Kind.OUTAGE, PULLED, measured(1, outage(2, Optional.empty())));
    assertThat(shown(open))
        .isEqualTo("more than 2.000 s, its end was not seen; at most 30 s; broken");
  }

  @Test
  void noFailedProbeIsAnOutageOfNoTime() {
    assertThat(shown(figure(Kind.OUTAGE, PULLED, measured(1))))
        .isEqualTo("0.000 s; at most 30 s; kept");
  }

  @Test
  void withoutProbesOrLeverNothingIsMeasured() {
    assertThat(figure(Kind.OUTAGE, PULLED, null).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.AVAILABILITY, PULLED, null).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.OUTAGE, DrillMilestones.none(), measured(1)).state())
        .isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.DETECTION, DrillMilestones.none(), null).state())
        .isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.RESTORE, PULLED, null).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.RESTORE, PULLED, null).measured()).isEqualTo("-");
  }

  @Test
  void whatWasNeverReachedBreaksItsThreshold() {
    DrillMilestones drillMilestones =
        PULLED.with(Milestone.RESTORE, seconds(70)).with(Milestone.END, seconds(80.5));
    assertThat(shown(figure(Kind.DETECTION, drillMilestones, null)))
        .isEqualTo("more than 1m 00.000s, its end was not seen; at most 10 s; broken");
    assertThat(shown(figure(Kind.RESTORE, drillMilestones, null)))
        .isEqualTo("more than 10.500 s, its end was not seen; at most 3m; broken");
  }

  @Test
  void availabilityIsNotRoundedUp() {
    DrillMetric almost = figure(Kind.AVAILABILITY, PULLED, measured(0.949999));
    assertThat(shown(almost)).isEqualTo("94.99 %; at least 95.00 %; broken");
    DrillMetric just = figure(Kind.AVAILABILITY, PULLED, measured(0.95));
    assertThat(shown(just)).isEqualTo("95.00 %; at least 95.00 %; kept");
    assertThat(MeasuredValueText.percent(0.99999)).isEqualTo("99.99 %");
    assertThat(MeasuredValueText.percent(1)).isEqualTo("100.00 %");
  }

  @Test
  void withoutAThresholdNothingIsKeptOrBroken() {
    assertThat(
            DrillMetrics.of(DrillThresholds.NONE, SampleDrills.MARKS, Optional.of(measured(0.5))))
        .extracting(DrillMetric::state)
        .containsOnly(State.NO_THRESHOLD);
    assertThat(
            DrillMetrics.of(DrillThresholds.NONE, SampleDrills.MARKS, Optional.of(measured(0.5))))
        .extracting(DrillMetric::threshold)
        .containsOnly("-");
  }
}
