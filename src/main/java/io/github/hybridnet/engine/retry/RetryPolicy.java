package io.github.hybridnet.engine.retry;

import io.github.hybridnet.arm.CloudException;
import java.time.Duration;
import java.util.Optional;

/** Which failures are tried again, and when. */
@FunctionalInterface
public interface RetryPolicy {

  /**
   * When to try again.
   *
   * @param failure what was answered
   * @param attempt how many attempts were made, from 1
   * @param left how much time may still be spent; negative when more was spent
   * @return the pause before the next attempt; empty when the failure is final
   */
  Optional<Duration> delay(CloudException failure, int attempt, Duration left);
}
