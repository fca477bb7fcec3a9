package io.github.hybridnet.engine.retry;

import java.time.Duration;

/** Lets time pass, in tests without waiting. */
@FunctionalInterface
public interface Sleeper {

  /** Waits in real time. */
  Sleeper REAL = duration -> Thread.sleep(Math.max(0, duration.toMillis()));

  /**
   * Waits for a duration.
   *
   * @throws InterruptedException when the build is stopped
   */
  void sleep(Duration duration) throws InterruptedException;
}
