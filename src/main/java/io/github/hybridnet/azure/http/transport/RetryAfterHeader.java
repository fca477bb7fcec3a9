package io.github.hybridnet.azure.http.transport;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a service wants to be asked again: {@code retry-after-ms}, {@code x-ms-retry-after-ms}, else
 * {@code Retry-After} in seconds or as a date.
 */
public final class RetryAfterHeader {
  private static final HttpHeaderName MILLIS = HttpHeaderName.fromString("retry-after-ms");
  private static final HttpHeaderName X_MILLIS = HttpHeaderName.fromString("x-ms-retry-after-ms");

  /** Azure's own are of ten minutes at most. Whoever says more is asked again all the same. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private RetryAfterHeader() {}

  /**
   * The time to wait.
   *
   * @param headers of the answer
   * @param now against which a date is taken
   * @return empty when the answer does not say it, or in a form that is not known; never negative,
   *     and never more than ten minutes
   */
  public static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return number(headers.getValue(MILLIS))
        .or(() -> number(headers.getValue(X_MILLIS)))
        .map(Duration::ofMillis)
        .or(() -> seconds(headers.getValue(HttpHeaderName.RETRY_AFTER), now))
        .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
  }

  private static Optional<Duration> seconds(@Nullable String value, Instant now) {
    return number(value).map(Duration::ofSeconds).or(() -> date(value, now));
  }

  private static Optional<Long> number(@Nullable String value) {
    return Optional.ofNullable(value)
        .map(String::trim)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Long::valueOf);
  }

  private static Optional<Duration> date(@Nullable String value, Instant now) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      Instant then =
          ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
