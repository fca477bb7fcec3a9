package io.github.hybridnet.maven;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 90m}, {@code 1h30m}, {@code 2d}, or ISO-8601. */
final class DurationParameter {
  private static final Pattern SHORT =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  private DurationParameter() {}

  /**
   * The duration.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN1901 when it is none, or not above zero
   */
  static Duration parse(String property, String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(text);
    Duration duration =
        !text.isEmpty() && matcher.matches()
            ? part(matcher, 1, 86_400)
                .plus(part(matcher, 2, 3_600))
                .plus(part(matcher, 3, 60))
                .plus(part(matcher, 4, 1))
            : iso(property, value);
    if (duration.isZero() || duration.isNegative()) {
      throw ParameterProblems.notADuration(property, value);
    }
    return duration;
  }

  private static Duration part(Matcher matcher, int group, long seconds) {
    String number = matcher.group(group);
    return number == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(number) * seconds);
  }

  private static Duration iso(String property, String value) {
    try {
      return Duration.parse(value.strip());
    } catch (DateTimeParseException e) {
      throw ParameterProblems.notADuration(property, value);
    }
  }
}
