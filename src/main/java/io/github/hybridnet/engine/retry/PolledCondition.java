package io.github.hybridnet.engine.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a {@link Poller} waits for.
 *
 * @param <T> what one look shows
 */
public interface PolledCondition<T> {

  /** Shows the thing once. */
  @FunctionalInterface
  interface Look<T> {
    /**
     * What is there now.
     *
     * @throws InterruptedException when the build is stopped
     */
    T look() throws InterruptedException;
  }

  /** A condition that nobody hears of. */
  static <T> PolledCondition<T> of(Look<T> look, Predicate<T> reached) {
    return new PolledCondition<>() {
      @Override
      public T look() throws InterruptedException {
        return look.look();
      }

      @Override
      public boolean isReached(T seen) {
        return reached.test(seen);
      }
    };
  }

  /**
   * Looks once at what is waited for.
   *
   * @throws InterruptedException when the build is stopped
   */
  T look() throws InterruptedException;

  /** Whether the wait ends with what was seen. An exception ends the wait, too. */
  boolean isReached(T seen);

  /** How long the service asks to pause, such as by {@code Retry-After}; it replaces the usual. */
  default Optional<Duration> askedPause(T seen) {
    return Optional.empty();
  }

  /**
   * Called before each pause.
   *
   * @param seen what the latest look has shown
   * @param waited how long the wait has lasted
   */
  default void waiting(T seen, Duration waited) throws InterruptedException {}
}
