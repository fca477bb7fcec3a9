package io.github.hybridnet.engine.retry;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.OwnErrorCode;
import java.time.Duration;
import java.util.Optional;

/**
 * Which failures of a write or a removal are tried again. Only what recorded traffic and reports
 * show to pass is: a busy resource, throttling, a lost answer, and the intermittent failure of a
 * gateway's deployment.
 */
public final class WriteRetryPolicy implements RetryPolicy {
  private static final int IN_USE_ATTEMPTS = 10;
  private static final Duration LEAVING = Duration.ofSeconds(30);
  private static final int INTERMITTENT_ATTEMPTS = 3;
  private static final int CONFLICT_ATTEMPTS = 5;
  private static final int ERROR_ATTEMPTS = 5;
  private static final int NEW_GROUP_ATTEMPTS = 13;
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final boolean afterRemovals;

  /**
   * Creates the policy of one run.
   *
   * @param afterRemovals whether something was removed for the write: Azure may still see it for a
   *     while, and then says that a subnet or an address is in use
   */
  public WriteRetryPolicy(boolean afterRemovals) {
    this.afterRemovals = afterRemovals;
  }

  /**
   * When to try again. A busy resource is waited for as long as its own write might take; an answer
   * that got lost, or an error inside the service, some times. After a lost race the resource is
   * read at once, and then after pauses: reads may lag behind. A group that another region does not
   * know yet is waited for two minutes.
   */
  @Override
  public Optional<Duration> delay(CloudException failure, int attempt, Duration left) {
    if (afterRemovals && ErrorCode.STILL_IN_USE.contains(failure.code())) {
      return within(IN_USE_ATTEMPTS, attempt, LEAVING);
    }
    if (failure.code().equals(ErrorCode.GROUP_NOT_FOUND)) {
      return within(NEW_GROUP_ATTEMPTS, attempt, PAUSE);
    }
    Duration asked = failure.retryAfter().orElse(PAUSE);
    Duration delay = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    return switch (failure.kind()) {
      case BUSY ->
          failure.status() >= 500
              ? within(ERROR_ATTEMPTS, attempt, delay).filter(d -> d.compareTo(left) <= 0)
              : Optional.of(delay).filter(d -> d.compareTo(left) <= 0);
      case CONFLICT -> within(CONFLICT_ATTEMPTS, attempt, attempt == 1 ? Duration.ZERO : PAUSE);
      case UNREACHABLE ->
          OwnErrorCode.LOST.contains(failure.code())
              ? within(ERROR_ATTEMPTS, attempt, PAUSE)
              : Optional.empty();
      case UNREADABLE -> within(ERROR_ATTEMPTS, attempt, PAUSE);
      case FAILED ->
          ErrorCode.INTERMITTENT.contains(failure.code())
              ? within(INTERMITTENT_ATTEMPTS, attempt, PAUSE)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> within(int attempts, int attempt, Duration delay) {
    return attempt < attempts ? Optional.of(delay) : Optional.empty();
  }
}
