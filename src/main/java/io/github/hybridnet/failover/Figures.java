package io.github.hybridnet.failover;

import io.github.hybridnet.failover.Figure.Bounds;
import io.github.hybridnet.failover.Figure.Kind;
import io.github.hybridnet.failover.Figure.Limit;
import io.github.hybridnet.failover.Figure.State;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.measure.Measurement;
import io.github.hybridnet.failover.measure.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds what a drill measured against its thresholds: the one place that compares them. */
public final class Figures {
  private final Thresholds thresholds;
  private final Marks marks;
  private final Optional<Measurement> measurement;

  private Figures(Thresholds thresholds, Marks marks, Optional<Measurement> measurement) {
    this.thresholds = thresholds;
    this.marks = marks;
    this.measurement = measurement;
  }

  /** All figures of a drill, in the order of their kinds. */
  public static List<Figure> of(DrillResult result) {
    return of(result.settings().thresholds(), result.marks(), result.evidence().measurement());
  }

  /** All figures, in the order of their kinds. */
  public static List<Figure> of(
      Thresholds thresholds, Marks marks, Optional<Measurement> measurement) {
    Figures figures = new Figures(thresholds, marks, measurement);
    return List.of(
        time(Kind.OUTAGE, figures.outage(), thresholds.maxOutage()),
        time(
            Kind.DETECTION,
            figures.from(Mark.LEVER, Mark.DETECTED, Mark.RESTORE),
            thresholds.maxDetection()),
        time(
            Kind.RESTORE,
            figures.from(Mark.RESTORE, Mark.RESTORED, Mark.END),
            thresholds.maxRestore()),
        figures.availability());
  }

  private Optional<Bounds> outage() {
    if (marks.at(Mark.LEVER).isEmpty()) {
      return Optional.empty();
    }
    return measurement
        .filter(m -> m.targets().stream().anyMatch(t -> t.probes() > 0))
        .map(m -> m.longestOutage().map(Figures::bounds).orElse(Bounds.exactly(Duration.ZERO)));
  }

  private static Bounds bounds(Outage outage) {
    return new Bounds(outage.atLeast(), outage.atMost());
  }

  /** Where the end was never reached, it took at least until the moment when nobody looked more. */
  private Optional<Bounds> from(Mark begin, Mark end, Mark last) {
    Optional<Duration> took = marks.between(begin, end);
    if (took.isPresent() || marks.at(begin).isEmpty()) {
      return took.map(Bounds::exactly);
    }
    return Optional.of(
        new Bounds(marks.between(begin, last).orElse(Duration.ZERO), Optional.empty()));
  }

  private static Figure time(Kind kind, Optional<Bounds> time, Optional<Duration> most) {
    Limit limit = new Limit(most, OptionalDouble.empty());
    State state =
        time.map(bounds -> most.map(m -> kept(isWithin(bounds, m))).orElse(State.NO_THRESHOLD))
            .orElse(State.NOT_MEASURED);
    return new Figure(kind, state, time, OptionalDouble.empty(), limit);
  }

  private static boolean isWithin(Bounds bounds, Duration most) {
    return bounds.atMost().filter(atMost -> atMost.compareTo(most) <= 0).isPresent();
  }

  private Figure availability() {
    OptionalDouble least = thresholds.minAvailability();
    OptionalDouble share =
        measurement
            .flatMap(Measurement::availability)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    State state = State.NOT_MEASURED;
    if (share.isPresent()) {
      state =
          least.isPresent() ? kept(share.getAsDouble() >= least.getAsDouble()) : State.NO_THRESHOLD;
    }
    Limit limit = new Limit(Optional.empty(), least);
    return new Figure(Kind.AVAILABILITY, state, Optional.empty(), share, limit);
  }

  private static State kept(boolean isKept) {
    return isKept ? State.KEPT : State.BROKEN;
  }
}
