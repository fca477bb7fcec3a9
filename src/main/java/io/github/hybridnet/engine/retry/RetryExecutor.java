package io.github.hybridnet.engine.retry;

import io.github.hybridnet.arm.CloudException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/** Repeats an attempt as long as a {@link RetryPolicy} says that its failure may pass. */
public final class RetryExecutor {
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final BiConsumer<CloudException, Duration> listener;

  /**
   * One attempt of several.
   *
   * @param <T> its result
   */
  @FunctionalInterface
  public interface Attempt<T> {
    /**
     * Makes one attempt at the work.
     *
     * @param number from 1
     * @throws InterruptedException when the build is stopped
     */
    T run(int number) throws InterruptedException;
  }

  /**
   * Creates an executor on a clock.
   *
   * @param clock measures how long all attempts have taken
   * @param sleeper lets the pauses pass
   * @param listener hears of each failure that is tried again, and of the pause before that
   */
  public RetryExecutor(
      InstantSource clock, Sleeper sleeper, BiConsumer<CloudException, Duration> listener) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.listener = listener;
  }

  /** An executor without a listener. */
  public RetryExecutor(InstantSource clock, Sleeper sleeper) {
    this(clock, sleeper, (failure, delay) -> {});
  }

  /**
   * Repeats an attempt until it succeeds.
   *
   * @param budget how long all attempts and pauses may take, for the policy
   * @throws CloudException the first failure that the policy calls final
   * @throws InterruptedException when the build is stopped, by an attempt or in a pause
   */
  public <T> T until(RetryPolicy policy, Duration budget, Attempt<T> attempt)
      throws InterruptedException {
    ElapsedTime elapsed = new ElapsedTime(clock);
    for (int number = 1; ; number++) {
      try {
        return attempt.run(number);
      } catch (CloudException failure) {
        // An attempt takes its time, too: an accepted operation may fail after most of an hour.
        Duration left = budget.minus(elapsed.now());
        Duration delay = policy.delay(failure, number, left).orElseThrow(() -> failure);
        listener.accept(failure, delay);
        elapsed.sleep(sleeper, delay);
      }
    }
  }
}
