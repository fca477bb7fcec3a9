package io.github.hybridnet.engine.retry;

import io.github.hybridnet.arm.CloudException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which refusals are tried again, and when. Only what recorded traffic and reports show to pass is:
 * a busy resource, throttling, a lost answer, and the intermittent failure of a gateway's
 * deployment.
 */
public final class RetryPolicy {
  /**
   * What an accepted operation may fail with for a moment: "The gateway deployment operation failed
   * due to an intermittent error. Please try again.", and an error inside the service while another
   * operation of the network went on (reported for gateways and for subnets right after them).
   */
  private static final Set<String> INTERMITTENT =
      Set.of("VmssGatewayDeploymentFailed", "InternalServerError");

  /** There was no answer, and the write may have arrived all the same. */
  private static final Set<String> LOST =
      Set.of("NoAnswer", "ConnectionLost", "NotConnected", "UnreadableAnswer", "WebPage");

  /** What is said to use a subnet or an address, also for some time after it has been removed. */
  private static final Set<String> IN_USE =
      Set.of("InUseSubnetCannotBeUpdated", "InUsePrefixCannotBeDeleted", "PublicIPAddressInUse");

  private static final int IN_USE_ATTEMPTS = 10;
  private static final Duration LEAVING = Duration.ofSeconds(30);
  private static final int INTERMITTENT_ATTEMPTS = 3;
  private static final int CONFLICT_ATTEMPTS = 5;
  private static final int ERROR_ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /**
   * When to try again. A busy resource is waited for as long as its own write might take; an answer
   * that got lost, or an error inside the service, some times.
   *
   * @param failure what was answered
   * @param attempt how many attempts were made, from 1
   * @param left how long may still be waited
   * @return empty when the failure is final
   */
  public Optional<Duration> delay(CloudException failure, int attempt, Duration left) {
    Duration asked = failure.retryAfter().orElse(PAUSE);
    Duration delay = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    return switch (failure.kind()) {
      case BUSY ->
          failure.status() >= 500
              ? within(ERROR_ATTEMPTS, attempt, delay).filter(d -> d.compareTo(left) <= 0)
              : Optional.of(delay).filter(d -> d.compareTo(left) <= 0);
      case CONFLICT -> within(CONFLICT_ATTEMPTS, attempt, Duration.ZERO);
      case UNREACHABLE ->
          LOST.contains(failure.code()) ? within(ERROR_ATTEMPTS, attempt, PAUSE) : Optional.empty();
      case UNREADABLE -> within(ERROR_ATTEMPTS, attempt, PAUSE);
      case FAILED ->
          INTERMITTENT.contains(failure.code())
              ? within(INTERMITTENT_ATTEMPTS, attempt, PAUSE)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether the refusal speaks of what was removed just now, and may still be seen for a while. */
  public boolean passesAfterRemoval(CloudException failure) {
    return IN_USE.contains(failure.code());
  }

  /** When to try again what was refused because of something that has been removed. */
  public Optional<Duration> afterRemoval(int attempt) {
    return within(IN_USE_ATTEMPTS, attempt, LEAVING);
  }

  private static Optional<Duration> within(int attempts, int attempt, Duration delay) {
    return attempt < attempts ? Optional.of(delay) : Optional.empty();
  }
}
