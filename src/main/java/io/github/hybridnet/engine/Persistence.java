package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries again what can pass, as long as its budget lasts, and says why. */
final class Persistence {
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;
  private final GatewayTurns turns;
  private final RetryPolicy retries = new RetryPolicy();

  /** One attempt of several. */
  interface Attempt<T> {
    /** Tries; the first attempt has number 1. */
    T run(int number) throws InterruptedException;
  }

  Persistence(EngineOptions options, Consumer<EngineEvent> listener, GatewayTurns turns) {
    this.options = options;
    this.listener = listener;
    this.turns = turns;
  }

  /**
   * Tries until it works.
   *
   * @param budget how long a busy resource may be waited for, altogether, with the attempts
   * @throws CloudException the failure that does not pass
   * @throws OtherGatewayFirst when the step is to be taken again later
   */
  <T> T until(Task task, Duration budget, Attempt<T> attempt) throws InterruptedException {
    Instant begin = options.clock().instant();
    Duration waited = Duration.ZERO;
    for (int number = 1; ; number++) {
      try {
        return attempt.run(number);
      } catch (CloudException failure) {
        if (turns.givesWay(task, failure)) {
          throw new OtherGatewayFirst(failure);
        }
        Duration left = budget.minus(longer(waited, elapsed(begin)));
        Duration delay = delay(task, failure, number, left).orElseThrow(() -> failure);
        tell(task.key(), failure, delay);
        options.sleeper().sleep(delay);
        waited = waited.plus(delay);
      }
    }
  }

  private Optional<Duration> delay(Task task, CloudException failure, int number, Duration left) {
    return task.comesAfterRemovals() && retries.passesAfterRemoval(failure)
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
