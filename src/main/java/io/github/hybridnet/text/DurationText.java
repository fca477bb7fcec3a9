package io.github.hybridnet.text;

import java.time.Duration;
import java.util.Locale;

/**
 * The texts of durations in messages. A time that has passed is rounded ({@link #text}), a limit is
 * exact ({@link #exact}), a parameter is as written ({@link #written}), and an estimate is in words
 * ({@link #words}). What a drill measures is in {@link MeasuredValueText}.
 */
public final class DurationText {
  private DurationText() {}

  /** A time that has passed: {@code 0.4 s}, {@code 12 s}, {@code 3m 05s}, {@code 1h 02m}. */
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

  /** A limit, as short as it can be written: {@code 250 ms}, {@code 30 s}, {@code 2m 30s}. */
  public static String exact(Duration limit) {
    return MeasuredValueText.limit(limit);
  }

  /**
   * A parameter's value as users write it: the whole number of the largest unit that fits, such as
   * {@code 2h}, {@code 90m}, {@code 61s} or {@code 500ms}.
   */
  public static String written(Duration value) {
    long millis = value.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
  }

  /**
   * An estimate or a limit in words: {@code 40 seconds}, {@code 1 minute}, {@code 25 minutes}.
   * Rounded to minutes from 90 seconds on.
   */
  public static String words(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    boolean inMinutes = seconds >= 90 || seconds == 60;
    long count = inMinutes ? Math.round(seconds / 60.0) : seconds;
    String unit = inMinutes ? "minute" : "second";
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  /** The same, rounded up to minutes: {@code 1 minute}, {@code 26 minutes}. */
  public static String wordsRoundedUp(Duration duration) {
    return words(Duration.ofMinutes(Math.max(1, (duration.toSeconds() + 59) / 60)));
  }
}
