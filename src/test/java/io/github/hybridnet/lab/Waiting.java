package io.github.hybridnet.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions. */
final class Waiting {
  private static final Duration POLL = Duration.ofMillis(20);

  private Waiting() {}

  /**
   * Waits until something is so.
   *
   * @throws IllegalStateException when it is not so in time, with what was waited for
   */
  static void until(String what, Duration limit, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Not within " + limit.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
