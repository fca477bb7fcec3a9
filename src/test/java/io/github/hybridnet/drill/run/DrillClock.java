package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time that passes when somebody waits; its alarm rings when that passes over it. */
final class DrillClock {
  private final DrillTime time;
  private volatile Duration passed = Duration.ZERO;
  private @Nullable Ring ring;
  private int sleeps;

  /** Which wait the thread is interrupted in, from 1; 0 for none. */
  int interruptedAt;

  /** Done before each wait. */
  Runnable onSleep = () -> {};

  private record Ring(Duration at, Runnable what) {}

  DrillClock() {
    this.time =
        new DrillTime(
            () -> Instant.EPOCH.plus(passed), () -> passed.toNanos(), duration -> sleep(duration));
  }

  DrillTime time() {
    return time;
  }

  int sleeps() {
    return sleeps;
  }

  DeadlineTimer.TimerHandle alarm(Duration in, Runnable what) {
    ring = new Ring(passed.plus(in), what);
    return () -> ring = null;
  }

  /** Lets time pass; like any wait it ends when the thread is interrupted. */
  void sleep(Duration duration) throws InterruptedException {
    onSleep.run();
    if (++sleeps == interruptedAt) {
      Thread.currentThread().interrupt();
    }
    Duration end = passed.plus(duration);
    Ring due = Optional.ofNullable(ring).filter(r -> r.at().compareTo(end) <= 0).orElse(null);
    if (due != null) {
      passed = due.at();
      ring = null;
      due.what().run();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    passed = end;
  }
}
