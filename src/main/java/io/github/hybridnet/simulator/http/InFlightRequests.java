package io.github.hybridnet.simulator.http;

import java.util.concurrent.TimeUnit;

/** Counts the requests that are being answered, so that a server can wait for them. */
final class InFlightRequests {
  private int count;

  synchronized void begin() {
    count++;
  }

  synchronized void end() {
    count--;
    notifyAll();
  }

  /** Waits until there is none, but no longer than this. */
  synchronized void await(long limit, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(limit);
    while (count > 0) {
      long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (millis <= 0) {
        return;
      }
      wait(millis);
    }
  }
}
