package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries again what can pass, as long as its budget lasts, and says why. */
final class RetryExecutor {
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;
  private final GatewayConcurrency turns;
  private final RetryPolicy retries = new RetryPolicy();

  /** One attempt of several. */
  interface Attempt<T> {
    /** Tries; the first attempt has number 1. */
    T run(int number) throws InterruptedException;
  }

  RetryExecutor(EngineOptions options, Consumer<EngineEvent> listener, GatewayConcurrency turns) {
    this.options = options;
    this.listener = listener;
    this.turns = turns;
  }

  /**
   * Tries until it works.
   *
   * @param budget how long a busy resource may be waited for, altogether, with the attempts
   * @throws CloudException the failure that does not pass
   * @throws GatewayConflictException when the step is to be taken again later
   */
  <T> T until(PlanStep planStep, Duration budget, Attempt<T> attempt) throws InterruptedException {
    Instant begin = options.clock().instant();
    Duration waited = Duration.ZERO;
    for (int number = 1; ; number++) {
      try {
        return attempt.run(number);
      } catch (CloudException failure) {
        if (turns.givesWay(planStep, failure)) {
          throw new GatewayConflictException(failure);
        }
        Duration left = budget.minus(longer(waited, elapsed(begin)));
        Duration delay = delay(planStep, failure, number, left).orElseThrow(() -> failure);
        tell(planStep.key(), failure, delay);
        options.sleeper().sleep(delay);
        waited = waited.plus(delay);
      }
    }
  }

  private Optional<Duration> delay(
      PlanStep planStep, CloudException failure, int number, Duration left) {
    return planStep.comesAfterRemovals() && retries.passesAfterRemoval(failure)
        ? retries.afterRemoval(number)
        : retries.delay(failure, number, left);
  }

  /** An attempt takes its time, too: an accepted operation may fail after most of an hour. */
  private Duration elapsed(Instant begin) {
    return Duration.between(begin, options.clock().instant());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private void tell(ResourceKey key, CloudException failure, Duration delay) {
    listener.accept(
        new EngineEvent.Retrying(key, failure.code(), String.valueOf(failure.getMessage()), delay));
  }
}
