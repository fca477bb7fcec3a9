package io.github.hybridnet.engine.retry;

import java.time.Duration;

/**
 * A section that an interruption does not end. What interrupts the thread meanwhile is remembered,
 * and the thread is interrupted again when the section is closed. One thread uses it.
 */
public final class DeferredInterrupt implements AutoCloseable {
  private boolean interrupted = Thread.interrupted();

  /**
   * Clears a pending interruption of the thread and remembers it.
   *
   * @return whether there was one since the section began or since the last call
   */
  public boolean clear() {
    boolean now = Thread.interrupted();
    interrupted |= now;
    return now;
  }

  /** Remembers an interruption that arrived as an {@link InterruptedException}. */
  public void remember() {
    interrupted = true;
  }

  /**
   * Pauses within the section. An interruption cuts the pause short.
   *
   * @return whether the pause was as long as asked for
   */
  public boolean sleep(Sleeper sleeper, Duration pause) {
    try {
      sleeper.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      interrupted = true;
      return false;
    }
  }

  /** Whether the thread was interrupted before the section or in it. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** Interrupts the thread again if it was interrupted. */
  @Override
  public void close() {
    clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
