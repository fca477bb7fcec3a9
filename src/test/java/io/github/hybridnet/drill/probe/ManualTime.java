package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.api.DrillTime;
import java.time.Duration;
import java.time.Instant;

/** Time that passes when a test says so. One thread may sleep in it. */
final class ManualTime {
  private final DrillTime drillTime;
  private long nanos;
  private long wakeAt = -1;

  ManualTime() {
    drillTime = new DrillTime(() -> Instant.EPOCH, this::nanos, this::sleep);
  }

  DrillTime drillTime() {
    return drillTime;
  }

  private synchronized long nanos() {
    return nanos;
  }

  private synchronized void sleep(Duration duration) throws InterruptedException {
    wakeAt = nanos + duration.toNanos();
    notifyAll();
    while (nanos < wakeAt) {
      wait();
    }
    wakeAt = -1;
  }

  /** Goes on to a moment, and waits until the sleeper has done its work then and sleeps again. */
  synchronized void at(long millis) throws InterruptedException {
    awaitSleeper();
    nanos = Duration.ofMillis(millis).toNanos();
    notifyAll();
    awaitSleeper();
  }

  private void awaitSleeper() throws InterruptedException {
    while (wakeAt <= nanos) {
      wait();
    }
  }
}
