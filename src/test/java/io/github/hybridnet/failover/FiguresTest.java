package io.github.hybridnet.failover;

import static io.github.hybridnet.failover.SampleDrills.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.failover.Figure.Kind;
import io.github.hybridnet.failover.Figure.State;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.measure.Measurement;
import io.github.hybridnet.failover.measure.Measurement.Latency;
import io.github.hybridnet.failover.measure.Measurement.OfTarget;
import io.github.hybridnet.failover.measure.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Marks PULLED = Marks.none().with(Mark.LEVER, seconds(10));

  private static Measurement measured(double availability, Outage... outages) {
    OfTarget target =
        new OfTarget(
            "web",
            100,
            1,
            List.of(outages),
            Optional.empty(),
            1,
            Latency.NONE,
            Latency.NONE,
            Latency.NONE);
    return new Measurement(
        List.of(target),
        Optional.of(availability),
        List.of(outages).stream().findFirst(),
        Optional.empty());
  }

  private static Outage outage(double atLeast, Optional<Duration> atMost) {
    return new Outage("web", seconds(11), Optional.empty(), seconds(atLeast), atMost, 3);
  }

  private static Figure figure(Kind kind, Marks marks, Measurement measurement) {
    return Figures.of(SampleDrills.THRESHOLDS, marks, Optional.ofNullable(measurement)).stream()
        .filter(f -> f.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static String shown(Figure figure) {
    return figure.measured() + "; " + figure.threshold() + "; " + figure.state().label();
  }

  @Test
  void theUpperBoundOfAnOutageCounts() {
    Figure within = figure(Kind.OUTAGE, PULLED, measured(1, outage(29, Optional.of(seconds(30)))));
    assertThat(shown(within)).isEqualTo("29.000 s to 30.000 s; at most 30 s; kept");
    Duration more = seconds(30).plusNanos(1);
    Figure above = figure(Kind.OUTAGE, PULLED, measured(1, outage(29, Optional.of(more))));
    assertThat(shown(above)).isEqualTo("29.000 s to 30.001 s; at most 30 s; broken");
  }

  @Test
  void anOutageWithoutAnEndBreaksAnyThreshold() {
    Figure open = figure(Kind.OUTAGE, PULLED, measured(1, outage(2, Optional.empty())));
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
    assertThat(figure(Kind.OUTAGE, Marks.none(), measured(1)).state())
        .isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.DETECTION, Marks.none(), null).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.RESTORE, PULLED, null).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(figure(Kind.RESTORE, PULLED, null).measured()).isEqualTo("-");
  }

  @Test
  void whatWasNeverReachedBreaksItsThreshold() {
    Marks marks = PULLED.with(Mark.RESTORE, seconds(70)).with(Mark.END, seconds(80.5));
    assertThat(shown(figure(Kind.DETECTION, marks, null)))
        .isEqualTo("more than 1m 00.000s, its end was not seen; at most 10 s; broken");
    assertThat(shown(figure(Kind.RESTORE, marks, null)))
        .isEqualTo("more than 10.500 s, its end was not seen; at most 3m; broken");
  }

  @Test
  void availabilityIsNotRoundedUp() {
    Figure almost = figure(Kind.AVAILABILITY, PULLED, measured(0.949999));
    assertThat(shown(almost)).isEqualTo("94.99 %; at least 95.00 %; broken");
    Figure just = figure(Kind.AVAILABILITY, PULLED, measured(0.95));
    assertThat(shown(just)).isEqualTo("95.00 %; at least 95.00 %; kept");
    assertThat(TimeText.percent(0.99999)).isEqualTo("99.99 %");
    assertThat(TimeText.percent(1)).isEqualTo("100.00 %");
  }

  @Test
  void withoutAThresholdNothingIsKeptOrBroken() {
    assertThat(Figures.of(Thresholds.NONE, SampleDrills.MARKS, Optional.of(measured(0.5))))
        .extracting(Figure::state)
        .containsOnly(State.NO_THRESHOLD);
    assertThat(Figures.of(Thresholds.NONE, SampleDrills.MARKS, Optional.of(measured(0.5))))
        .extracting(Figure::threshold)
        .containsOnly("-");
  }
}
