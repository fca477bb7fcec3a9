package io.github.hybridnet.engine.retry;

import io.github.hybridnet.arm.CloudException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tries again so many times at most what may pass. A pause that the service asks for by {@code
 * Retry-After} replaces the usual one, and is bounded too.
 *
 * @param attempts how many attempts are made in all
 * @param backoff the pauses between them
 * @param longestAsked the longest pause that the service may ask for
 * @param mayPass which failures are tried again
 */
public record CountedRetryPolicy(
    int attempts, Backoff backoff, Duration longestAsked, Predicate<CloudException> mayPass)
    implements RetryPolicy {

  @Override
  public Optional<Duration> delay(CloudException failure, int attempt, Duration left) {
    if (attempt >= attempts || !mayPass.test(failure)) {
      return Optional.empty();
    }
    Duration asked = failure.retryAfter().orElse(backoff.pause(attempt));
    return Optional.of(asked.compareTo(longestAsked) > 0 ? longestAsked : asked);
  }
}
