package io.github.hybridnet.drill.probe;

import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often probes are sent, and how long their answers are waited for.
 *
 * @param interval from the begin of a probe to the begin of the next one of the same target
 * @param timeout a later answer is none
 */
public record ProbeTiming(Duration interval, Duration timeout) {
  /** The shortest interval and time-out. */
  static final Duration LEAST_INTERVAL = Duration.ofMillis(10);

  /** The longest interval and time-out. */
  static final Duration MOST = Duration.ofMinutes(1);

  /** The interval that is used unless the user says otherwise. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  /** The time-out that is used unless the user says otherwise: before TCP repeats a lost packet. */
  public static final Duration TIMEOUT = Duration.ofMillis(900);

  /** How much later than its time-out a probe may end by itself. */
  static final Duration GRACE = Duration.ofMillis(250);

  /** How many probes may be under way at once: each needs a thread. */
  static final int MOST_AT_ONCE = 400;

  /**
   * Those that the user wants.
   *
   * @param targets how many targets are probed
   * @throws io.github.hybridnet.text.UserException HN5051 when they cannot be kept
   */
  public static ProbeTiming of(
      Optional<Duration> interval, Optional<Duration> timeout, int targets) {
    ProbeTiming timing = new ProbeTiming(interval.orElse(INTERVAL), timeout.orElse(TIMEOUT));
    List<String> mistakes = timing.mistakes(targets);
    if (!mistakes.isEmpty()) {
      throw ProbeProblems.badTiming(mistakes);
    }
    return timing;
  }

  private List<String> mistakes(int targets) {
    List<String> mistakes = new ArrayList<>();
    if (interval.compareTo(LEAST_INTERVAL) < 0 || interval.compareTo(MOST) > 0) {
      mistakes.add(
          "hybridnet.failover.probeInterval must be from 10ms to 1m, and is "
              + DurationText.written(interval));
    }
    if (timeout.compareTo(LEAST_INTERVAL) < 0 || timeout.compareTo(MOST) > 0) {
      mistakes.add(
          "hybridnet.failover.probeTimeout must be from 10ms to 1m, and is "
              + DurationText.written(timeout));
    }
    if (mistakes.isEmpty() && (long) atOnce() * targets > MOST_AT_ONCE) {
      mistakes.add(
          String.format(
              "%d targets with an interval of %s and a time-out of %s need %d probes at the same"
                  + " time, but at most %d are possible",
              targets,
              DurationText.written(interval),
              DurationText.written(timeout),
              (long) atOnce() * targets,
              MOST_AT_ONCE));
    }
    return mistakes;
  }

  /** How many probes of one target may be under way at once. */
  int atOnce() {
    return (int) (timeout.plus(GRACE).toNanos() / interval.toNanos()) + 2;
  }
}
