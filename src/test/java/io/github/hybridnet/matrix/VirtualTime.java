package io.github.hybridnet.matrix;

import io.github.hybridnet.survival.BuildTime;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * One time for goals and simulator, which passes in pauses alone. When nobody has looked at the
 * clock for a moment, it jumps to the end of the earliest pause. So a goal never comes late because
 * the machine is slow, and every wait is measured.
 */
final class VirtualTime implements BuildTime {
  /** In real time. */
  private static final long MOMENT_MILLIS = 3;

  private final Instant begin = Instant.parse("2026-03-02T08:00:00Z");
  private final PriorityQueue<Instant> pauses = new PriorityQueue<>();
  private Instant now = begin;
  private long looks;

  @Override
  public synchronized Instant instant() {
    looks++;
    return now;
  }

  @Override
  public long nanos() {
    return Duration.between(begin, instant()).toNanos();
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    Instant until = now.plus(duration.isNegative() ? Duration.ZERO : duration);
    looks++;
    pauses.add(until);
    try {
      while (now.isBefore(until)) {
        await(until);
      }
    } finally {
      pauses.remove(until);
      notifyAll();
    }
  }

  private void await(Instant until) throws InterruptedException {
    long seen = looks;
    TimeUnit.MILLISECONDS.timedWait(this, MOMENT_MILLIS);
    if (looks == seen && until.equals(pauses.peek()) && now.isBefore(until)) {
      now = until;
      notifyAll();
    }
  }
}
