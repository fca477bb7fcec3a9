package io.github.hybridnet.app.drill;

import java.util.concurrent.atomic.AtomicInteger;

/** Knows whether something is running that the end of the process must not cut off. */
public final class UninterruptibleSection {
  private final AtomicInteger running = new AtomicInteger();

  /**
   * What must not be cut off.
   *
   * @param <T> its result
   * @param <E> what it throws, beside unchecked exceptions
   */
  @FunctionalInterface
  interface ProtectedTask<T, E extends Exception> {
    /** Runs it to its end. */
    T run() throws E;
  }

  /** Runs a task; {@link #isGoingOn} is true until it has ended. */
  <T, E extends Exception> T during(ProtectedTask<T, E> task) throws E {
    running.incrementAndGet();
    try {
      return task.run();
    } finally {
      running.decrementAndGet();
    }
  }

  /** Whether such a task is running, in any thread. */
  public boolean isGoingOn() {
    return running.get() > 0;
  }
}
