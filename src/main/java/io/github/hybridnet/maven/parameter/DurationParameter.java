package io.github.hybridnet.maven.parameter;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters that are a duration, as users write it: {@code 90m}, {@code 1h30m}, {@code 50ms},
 * or ISO-8601.
 */
public enum DurationParameter {
  CIRCUIT_TIMEOUT("circuit.timeout"),
  RESTORE_TIMEOUT("restore.timeout"),
  FAILOVER_BASELINE("failover.baseline"),
  FAILOVER_SETTLE_TIMEOUT("failover.settleTimeout"),
  FAILOVER_LEVER_TIMEOUT("failover.leverTimeout"),
  FAILOVER_FAILOVER_TIMEOUT("failover.failoverTimeout"),
  FAILOVER_HOLD("failover.hold"),
  FAILOVER_MAX_DURATION("failover.maxDuration"),
  FAILOVER_RESTORE_TIMEOUT("failover.restoreTimeout"),
  FAILOVER_POLL("failover.poll"),
  FAILOVER_PROBE_INTERVAL("failover.probeInterval"),
  FAILOVER_PROBE_TIMEOUT("failover.probeTimeout"),
  FAILOVER_MAX_OUTAGE("failover.maxOutage"),
  FAILOVER_MAX_DETECTION("failover.maxDetection"),
  FAILOVER_MAX_RESTORE("failover.maxRestore");

  private static final Pattern SHORT =
      Pattern.compile(
          "(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

  private final String property;

  DurationParameter(String name) {
    this.property = KnownParameters.PREFIX + name;
  }

  String property() {
    return property;
  }

  /**
   * The value of this parameter.
   *
   * @throws io.github.hybridnet.text.UserException HN1901 when it is no duration, or not above zero
   */
  public Duration parse(String value) {
    return parse(property, value);
  }

  /**
   * Reads a duration that a user wrote.
   *
   * @param what which value it is, to begin a sentence with
   * @throws io.github.hybridnet.text.UserException HN1901 when it is none, or not above zero
   */
  static Duration parse(String what, String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(text);
    Duration duration =
        !text.isEmpty() && matcher.matches()
            ? part(matcher, 1, 86_400_000)
                .plus(part(matcher, 2, 3_600_000))
                .plus(part(matcher, 3, 60_000))
                .plus(part(matcher, 4, 1_000))
                .plus(part(matcher, 5, 1))
            : iso(what, value);
    if (duration.isZero() || duration.isNegative()) {
      throw ParameterProblems.notADuration(what, value);
    }
    return duration;
  }

  private static Duration part(Matcher matcher, int group, long millis) {
    String number = matcher.group(group);
    return number == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong(number) * millis);
  }

  private static Duration iso(String what, String value) {
    try {
      return Duration.parse(value.strip());
    } catch (DateTimeParseException e) {
      throw ParameterProblems.notADuration(what, value);
    }
  }
}
