package io.github.hybridnet.survival;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A time in which no pause is long: what is not slept is skipped by the clock. */
final class ShortTime implements BuildTime {
  private static final Duration LONGEST = Duration.ofMillis(40);

  private final AtomicLong skipped = new AtomicLong();

  @Override
  public Instant instant() {
    return Instant.now().plusNanos(skipped.get());
  }

  @Override
  public long nanos() {
    return System.nanoTime() + skipped.get();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Duration slept = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    Thread.sleep(Math.max(0, slept.toMillis()));
    skipped.addAndGet(duration.minus(slept).toNanos());
  }
}
