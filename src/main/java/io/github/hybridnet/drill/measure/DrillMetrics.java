package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.measure.DrillMetric.Bounds;
import io.github.hybridnet.drill.measure.DrillMetric.Kind;
import io.github.hybridnet.drill.measure.DrillMetric.Limit;
import io.github.hybridnet.drill.measure.DrillMetric.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds what a drill measured against its thresholds: the one place that compares them. */
public final class DrillMetrics {
  private static final String BROKEN = "HN5022";

  private final DrillThresholds drillThresholds;
  private final DrillMilestones drillMilestones;
  private final Optional<ProbeMeasurement> measurement;

  private DrillMetrics(
      DrillThresholds drillThresholds,
      DrillMilestones drillMilestones,
      Optional<ProbeMeasurement> measurement) {
    this.drillThresholds = drillThresholds;
    this.drillMilestones = drillMilestones;
    this.measurement = measurement;
  }

  /** All figures, in the order of their kinds. */
  public static List<DrillMetric> of(
      DrillThresholds drillThresholds,
      DrillMilestones drillMilestones,
      Optional<ProbeMeasurement> measurement) {
    DrillMetrics drillMetrics = new DrillMetrics(drillThresholds, drillMilestones, measurement);
    return List.of(
        time(Kind.OUTAGE, drillMetrics.outage(), drillThresholds.maxOutage()),
        time(
            Kind.DETECTION,
            drillMetrics.from(
                Milestone.DISCONNECT_REQUESTED, Milestone.DETECTED, Milestone.RESTORE),
            drillThresholds.maxDetection()),
        time(
            Kind.RESTORE,
            drillMetrics.from(Milestone.RESTORE, Milestone.RESTORED, Milestone.END),
            drillThresholds.maxRestore()),
        drillMetrics.availability());
  }

  private Optional<Bounds> outage() {
    if (drillMilestones.at(Milestone.DISCONNECT_REQUESTED).isEmpty()) {
      return Optional.empty();
    }
    return measurement
        .filter(m -> m.targets().stream().anyMatch(t -> t.probes() > 0))
        .map(
            m -> m.longestOutage().map(DrillMetrics::bounds).orElse(Bounds.exactly(Duration.ZERO)));
  }

  private static Bounds bounds(TargetOutage targetOutage) {
    return new Bounds(targetOutage.atLeast(), targetOutage.atMost());
  }

  /** Where the end was never reached, it took at least until the moment when nobody looked more. */
  private Optional<Bounds> from(Milestone begin, Milestone end, Milestone last) {
    Optional<Duration> took = drillMilestones.between(begin, end);
    if (took.isPresent() || drillMilestones.at(begin).isEmpty()) {
      return took.map(Bounds::exactly);
    }
    return Optional.of(
        new Bounds(drillMilestones.between(begin, last).orElse(Duration.ZERO), Optional.empty()));
  }

  private static DrillMetric time(Kind kind, Optional<Bounds> time, Optional<Duration> most) {
    Limit limit = new Limit(most, OptionalDouble.empty());
    State state =
        time.map(bounds -> most.map(m -> kept(isWithin(bounds, m))).orElse(State.NO_THRESHOLD))
            .orElse(State.NOT_MEASURED);
    return new DrillMetric(kind, state, time, OptionalDouble.empty(), limit);
  }

  private static boolean isWithin(Bounds bounds, Duration most) {
    return bounds.atMost().filter(atMost -> atMost.compareTo(most) <= 0).isPresent();
  }

  private DrillMetric availability() {
    OptionalDouble least = drillThresholds.minAvailability();
    OptionalDouble share =
        measurement
            .flatMap(ProbeMeasurement::availability)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    State state = State.NOT_MEASURED;
    if (share.isPresent()) {
      state =
          least.isPresent() ? kept(share.getAsDouble() >= least.getAsDouble()) : State.NO_THRESHOLD;
    }
    Limit limit = new Limit(Optional.empty(), least);
    return new DrillMetric(Kind.AVAILABILITY, state, Optional.empty(), share, limit);
  }

  private static State kept(boolean isKept) {
    return isKept ? State.KEPT : State.BROKEN;
  }

  /** The thresholds that are broken. One that could not be evaluated counts as broken. */
  public static List<DrillFinding> broken(List<DrillMetric> metrics) {
    return metrics.stream()
        .filter(metric -> metric.limit().isSet() && metric.state() != State.KEPT)
        .map(DrillMetrics::finding)
        .toList();
  }

  private static DrillFinding finding(DrillMetric drillMetric) {
    String parameter = parameter(drillMetric.kind());
    String text =
        drillMetric.state() == State.NOT_MEASURED
            ? "could not be evaluated, because nothing was measured for it"
            : "is not met: measured "
                + drillMetric.measured()
                + ", required "
                + drillMetric.threshold();
    return new DrillFinding(
        BROKEN,
        "The threshold " + parameter + " " + text + ".",
        drillMetric.state() == State.NOT_MEASURED
            ? "set hybridnet.failover.probes, or do not set " + parameter
            : "see in the timeline what caused it, and correct that or change " + parameter);
  }

  private static String parameter(Kind kind) {
    return "hybridnet.failover."
        + switch (kind) {
          case OUTAGE -> "maxOutage";
          case DETECTION -> "maxDetection";
          case RESTORE -> "maxRestore";
          case AVAILABILITY -> "minAvailability";
        };
  }
}
