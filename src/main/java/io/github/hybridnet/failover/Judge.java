package io.github.hybridnet.failover;

import io.github.hybridnet.failover.Figure.Kind;
import io.github.hybridnet.failover.Figure.State;
import io.github.hybridnet.failover.measure.Measurement;
import java.util.List;
import java.util.Optional;

/** Makes findings of broken thresholds. One that could not be judged counts as broken. */
final class Judge {
  private static final String CODE = "HN5022";

  private Judge() {}

  /** The thresholds that are not kept, each with what was measured. */
  static List<Verdict.Finding> broken(
      Thresholds thresholds, Marks marks, Optional<Measurement> measurement) {
    return Figures.of(thresholds, marks, measurement).stream()
        .filter(figure -> figure.limit().isSet())
        .filter(figure -> figure.state() != State.KEPT)
        .map(Judge::finding)
        .toList();
  }

  private static Verdict.Finding finding(Figure figure) {
    String parameter = parameter(figure.kind());
    String text =
        figure.state() == State.NOT_MEASURED
            ? "could not be judged, as nothing was measured of it"
            : "is broken: measured " + figure.measured() + ", allowed " + figure.threshold();
    return new Verdict.Finding(
        CODE,
        "The threshold " + parameter + " " + text + ".",
        figure.state() == State.NOT_MEASURED
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
