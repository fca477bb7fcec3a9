package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.CountedRetryPolicy;
import io.github.hybridnet.engine.retry.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When one disconnect is tried again: as long as there is time while Azure is busy with another
 * operation, and some times after other failures. The two are counted apart.
 */
final class DisconnectRetryPolicy implements RetryPolicy {
  private static final int SERVER_ERROR = 500;
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(30);

  /** What Azure is busy with may take minutes, such as an operation on the circuit. */
  private static final CountedRetryPolicy WHILE_BUSY =
      atMost(Integer.MAX_VALUE, DisconnectRetryPolicy::isOtherOperation);

  /** Another version, or an error inside the service, passes sooner or not at all. */
  private static final CountedRetryPolicy SOME_TIMES =
      atMost(8, failure -> failure.kind() == Kind.BUSY || failure.kind() == Kind.CONFLICT);

  private int others;

  private static CountedRetryPolicy atMost(int attempts, Predicate<CloudException> mayPass) {
    return new CountedRetryPolicy(
        attempts, Backoff.fixed(Duration.ofSeconds(5)), LONGEST_ASKED, mayPass);
  }

  private static boolean isOtherOperation(CloudException failure) {
    return failure.kind() == Kind.BUSY && failure.status() < SERVER_ERROR;
  }

  @Override
  public Optional<Duration> delay(CloudException failure, int attempt, Duration left) {
    Optional<Duration> delay =
        isOtherOperation(failure)
            ? WHILE_BUSY.delay(failure, attempt, left)
            : SOME_TIMES.delay(failure, ++others, left);
    return delay.filter(pause -> pause.compareTo(left) <= 0);
  }
}
