package io.github.hybridnet.app.drill;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Knows whether something goes on that the end of the process must not cut off. */
public final class UninterruptibleSection {
  private final AtomicInteger running = new AtomicInteger();

  /** Does something that must not be cut off. */
  <T> T during(Supplier<T> task) {
    running.incrementAndGet();
    try {
      return task.get();
    } finally {
      running.decrementAndGet();
    }
  }

  /** Whether something of the kind goes on. */
  public boolean isGoingOn() {
    return running.get() > 0;
  }
}
