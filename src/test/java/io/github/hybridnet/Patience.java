package io.github.hybridnet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A limit for conditions that tests wait for. Who should bring it about may have died: then the
 * test fails here and does not hang. The limit does not say how fast anything has to be.
 */
public final class Patience {
  /** Longer than anything takes on a machine that has too much to do. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(1);

  private Patience() {}

  /**
   * Waits until a condition holds.
   *
   * @param condition what is waited for
   * @param holds whether it holds
   */
  public static void until(String condition, BooleanSupplier holds) {
    until(condition, holds, LIMIT);
  }

  static void until(String condition, BooleanSupplier holds, Duration limit) {
    long begin = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - begin > limit.toNanos()) {
        throw new AssertionError("Not in " + limit + ": " + condition);
      }
      LockSupport.parkNanos(GLANCE);
    }
  }
}
