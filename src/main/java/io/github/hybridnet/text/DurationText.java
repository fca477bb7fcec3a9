package io.github.hybridnet.text;

import java.time.Duration;
import java.util.Locale;

/** Durations for people: {@code 0.4 s}, {@code 12 s}, {@code 3m 05s}, {@code 1h 02m}. */
public final class DurationText {
  private DurationText() {}

  /** The text of a duration. */
  public static String text(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    if (duration.toHours() > 0) {
      return String.format(Locale.ROOT, "%dh %02dm", duration.toHours(), duration.toMinutesPart());
    }
    return duration.toMinutes() > 0
        ? String.format(Locale.ROOT, "%dm %02ds", duration.toMinutes(), duration.toSecondsPart())
        : duration.toSeconds() + " s";
  }
}
