package io.github.hybridnet.text;

import java.time.Duration;
import java.util.Locale;

/** Times of a drill for people: to the millisecond, because they are compared with thresholds. */
public final class MeasuredValueText {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private MeasuredValueText() {}

  /** A moment since the drill's begin: {@code +00:42.3}, {@code +1:02:03.4}. */
  public static String at(Duration moment) {
    long tenths = moment.toMillis() / 100;
    String rest = String.format(Locale.ROOT, "%02d.%d", tenths / 10 % 60, tenths % 10);
    long minutes = tenths / 600;
    return minutes < 60
        ? String.format(Locale.ROOT, "+%02d:%s", minutes, rest)
        : String.format(Locale.ROOT, "+%d:%02d:%s", minutes / 60, minutes % 60, rest);
  }

  /** A length of time, parts of a millisecond left out: {@code 12.412 s}, {@code 2m 05.123s}. */
  public static String span(Duration span) {
    return millis(span.toMillis());
  }

  /** A length of time, rounded up to the millisecond, so that it is never shown too short. */
  public static String atMost(Duration span) {
    return millis(span.plusNanos(999_999).toMillis());
  }

  /** A limit, as short as possible: {@code 30 s}, {@code 2m 30s}, {@code 250 ms}. */
  public static String limit(Duration limit) {
    long millis = limit.toMillis();
    if (millis % 1000 != 0) {
      return millis < 1000 ? millis + " ms" : millis(millis);
    }
    if (millis < MINUTE) {
      return millis / 1000 + " s";
    }
    String seconds = millis % MINUTE == 0 ? "" : " " + millis % MINUTE / 1000 + "s";
    return millis / MINUTE + "m" + seconds;
  }

  /** A latency: {@code 0.84 ms}, {@code 12.4 ms}, {@code 1.200 s}. */
  public static String latency(Duration latency) {
    double millis = latency.toNanos() / 1e6;
    if (millis >= 1000) {
      return span(latency);
    }
    return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.1f ms", millis);
  }

  /** A share in percent, rounded down: {@code 99.99 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", Math.floor(share * 10_000 + 1e-6) / 100);
  }

  private static String millis(long millis) {
    if (millis < MINUTE) {
      return String.format(Locale.ROOT, "%d.%03d s", millis / 1000, millis % 1000);
    }
    String rest = String.format(Locale.ROOT, "%02d.%03ds", millis % MINUTE / 1000, millis % 1000);
    return millis < HOUR
        ? millis / MINUTE + "m " + rest
        : String.format(Locale.ROOT, "%dh %02dm %s", millis / HOUR, millis % HOUR / MINUTE, rest);
  }
}
