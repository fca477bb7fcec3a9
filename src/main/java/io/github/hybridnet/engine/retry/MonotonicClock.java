package io.github.hybridnet.engine.retry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of the machine when a build began, and from then on a clock that nobody sets. Limits and
 * durations are kept by it: a machine whose clock jumps an hour neither gives up an operation at
 * once nor waits an hour longer.
 */
public final class MonotonicClock implements InstantSource {
  private final Instant begin;
  private final LongSupplier nanos;
  private final long beginNanos;

  MonotonicClock(InstantSource wall, LongSupplier nanos) {
    this.begin = wall.instant();
    this.nanos = nanos;
    this.beginNanos = nanos.getAsLong();
  }

  /** One that begins now. */
  public static MonotonicClock begin() {
    return new MonotonicClock(InstantSource.system(), System::nanoTime);
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(nanos.getAsLong() - beginNanos);
  }
}
