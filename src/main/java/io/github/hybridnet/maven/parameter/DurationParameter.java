package io.github.hybridnet.maven.parameter;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 90m}, {@code 1h30m}, {@code 50ms}, or ISO-8601. */
public final class DurationParameter {
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

  private DurationParameter() {}

  /**
   * Reads a duration that a user wrote.
   *
   * @throws io.github.hybridnet.text.UserException HN1901 when it is none, or not above zero
   */
  public static Duration parse(String property, String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(text);
    Duration duration =
        !text.isEmpty() && matcher.matches()
            ? part(matcher, 1, 86_400_000)
                .plus(part(matcher, 2, 3_600_000))
                .plus(part(matcher, 3, 60_000))
                .plus(part(matcher, 4, 1_000))
                .plus(part(matcher, 5, 1))
            : iso(property, value);
    if (duration.isZero() || duration.isNegative()) {
      throw ParameterProblems.notADuration(property, value);
    }
    return duration;
  }

  private static Duration part(Matcher matcher, int group, long millis) {
    String number = matcher.group(group);
    return number == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong(number) * millis);
  }

  private static Duration iso(String property, String value) {
    try {
      return Duration.parse(value.strip());
    } catch (DateTimeParseException e) {
      throw ParameterProblems.notADuration(property, value);
    }
  }
}
