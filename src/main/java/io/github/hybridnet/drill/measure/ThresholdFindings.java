package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.measure.DrillMetric.Kind;
import io.github.hybridnet.drill.measure.DrillMetric.State;
import java.util.List;
import java.util.Optional;

/** Makes findings of broken thresholds. One that could not be judged counts as broken. */
public final class ThresholdFindings {
  private static final String CODE = "HN5022";

  private ThresholdFindings() {}

  /** The thresholds that are not kept, each with what was measured. */
  public static List<DrillFinding> broken(
      DrillThresholds drillThresholds,
      DrillMilestones drillMilestones,
      Optional<ProbeMeasurement> measurement) {
    return DrillMetrics.of(drillThresholds, drillMilestones, measurement).stream()
        .filter(drillMetric -> drillMetric.limit().isSet())
        .filter(drillMetric -> drillMetric.state() != State.KEPT)
        .map(ThresholdFindings::finding)
        .toList();
  }

  private static DrillFinding finding(DrillMetric drillMetric) {
    String parameter = parameter(drillMetric.kind());
    String text =
        drillMetric.state() == State.NOT_MEASURED
            ? "could not be judged, as nothing was measured of it"
            : "is broken: measured "
                + drillMetric.measured()
                + ", allowed "
                + drillMetric.threshold();
    return new DrillFinding(
        CODE,
        "The threshold " + parameter + " " + text + ".",
        drillMetric.state() == State.NOT_MEASURED
            ? "Set hybridnet.failover.probes, or leave " + parameter + " out"
            : "See in the timeline what took that long, or change " + parameter);
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
