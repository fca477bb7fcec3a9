package io.github.hybridnet.drill.measure;

import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of a drill, held against its threshold.
 *
 * @param kind which
 * @param state whether it keeps its threshold
 * @param time between which times it lies; empty when it is no time, or was not measured
 * @param share the share of probes; empty when it is a time, or was not measured
 * @param limit the threshold
 */
public record DrillMetric(
    Kind kind, State state, Optional<Bounds> time, OptionalDouble share, Limit limit) {

  /** The figures that a drill measures. */
  public enum Kind {
    /** The longest outage of any target. */
    OUTAGE("outage", "longest outage"),
    /** From the disconnect to the first sign that ExpressRoute is gone. */
    DETECTION("detection", "detection"),
    /** From the start of the restore until traffic is back on ExpressRoute. */
    RESTORE("restore", "restore"),
    /** The share of probes that succeeded, from the disconnect until everything was restored. */
    AVAILABILITY("availability", "availability");

    private final String id;
    private final String label;

    Kind(String id, String label) {
      this.id = id;
      this.label = label;
    }

    /** Its name in files. */
    public String id() {
      return id;
    }

    /** As shown to users. */
    public String label() {
      return label;
    }
  }

  /** Whether a figure keeps its threshold. */
  public enum State {
    /** The figure keeps its threshold. */
    KEPT("kept"),
    /** The figure does not keep its threshold. */
    BROKEN("broken"),
    /** There is no threshold. */
    NO_THRESHOLD("no threshold"),
    /** There is no figure. */
    NOT_MEASURED("not measured");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** As shown to users. */
    public String label() {
      return label;
    }
  }

  /**
   * Between which times something lies.
   *
   * @param atLeast it is not shorter
   * @param atMost it is not longer; empty when its end was not seen
   */
  public record Bounds(Duration atLeast, Optional<Duration> atMost) {

    /** A time that is known. */
    static Bounds exactly(Duration time) {
      return new Bounds(time, Optional.of(time));
    }
  }

  /**
   * The threshold that the user set for a figure, if any.
   *
   * @param most the longest time; empty when there is none
   * @param least the least share; empty when there is none
   */
  public record Limit(Optional<Duration> most, OptionalDouble least) {

    /** Whether there is one. */
    public boolean isSet() {
      return most.isPresent() || least.isPresent();
    }
  }

  /** What was measured: {@code 12.300 to 12.500 s}. */
  public String measured() {
    if (share.isPresent()) {
      return MeasuredValueText.percent(share.getAsDouble());
    }
    return time.map(DrillMetric::text).orElse("-");
  }

  private static String text(Bounds bounds) {
    String atLeast = MeasuredValueText.span(bounds.atLeast());
    if (bounds.atMost().isEmpty()) {
      return "more than " + atLeast + ", its end was not seen";
    }
    String atMost = MeasuredValueText.atMost(bounds.atMost().get());
    return bounds.atMost().get().equals(bounds.atLeast()) || atMost.equals(atLeast)
        ? atMost
        : atLeast + " to " + atMost;
  }

  /** The threshold: {@code at most 30 s}, or {@code -}. */
  public String threshold() {
    if (limit.least().isPresent()) {
      return "at least " + MeasuredValueText.percent(limit.least().getAsDouble());
    }
    return limit.most().map(most -> "at most " + MeasuredValueText.limit(most)).orElse("-");
  }
}
