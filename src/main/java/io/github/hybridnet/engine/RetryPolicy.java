package io.github.hybridnet.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which refusals are tried again, and when. Only what recorded traffic and reports show to pass is:
 * a busy resource, throttling, and the intermittent failure of a gateway's deployment.
 */
final class RetryPolicy {
  /** "The gateway deployment operation failed due to an intermittent error. Please try again." */
  private static final Set<String> INTERMITTENT = Set.of("VmssGatewayDeploymentFailed");

  private static final int BUSY_ATTEMPTS = 60;
  private static final int INTERMITTENT_ATTEMPTS = 3;
  private static final int CONFLICT_ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /**
   * When to try again.
   *
   * @param failure what was answered
   * @param attempt how many attempts were made, from 1
   * @return empty when the failure is final
   */
  Optional<Duration> delay(CloudException failure, int attempt) {
    return switch (failure.kind()) {
      case BUSY -> within(BUSY_ATTEMPTS, attempt, failure.retryAfter().orElse(PAUSE));
      case CONFLICT -> within(CONFLICT_ATTEMPTS, attempt, Duration.ZERO);
      case FAILED ->
          INTERMITTENT.contains(failure.code())
              ? within(INTERMITTENT_ATTEMPTS, attempt, PAUSE)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> within(int attempts, int attempt, Duration delay) {
    return attempt < attempts ? Optional.of(delay) : Optional.empty();
  }
}
