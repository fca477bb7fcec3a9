package io.github.hybridnet.drill.api;

import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.engine.retry.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of one drill. Everything that is measured is the time since the drill's begin, on a
 * clock that nobody sets.
 */
public final class DrillTime {
  private final InstantSource clock;
  private final Ticker ticker;
  private final Sleeper sleeper;
  private final Instant begin;
  private final long beginNanos;

  /** A clock that only runs forward. */
  @FunctionalInterface
  public interface Ticker {
    /** That of the machine. */
    Ticker REAL = System::nanoTime;

    /** Nanoseconds since some moment. */
    long nanos();
  }

  /** The time of a drill that begins now. */
  public DrillTime(InstantSource clock, Ticker ticker, Sleeper sleeper) {
    this.clock = clock;
    this.ticker = ticker;
    this.sleeper = sleeper;
    this.begin = clock.instant();
    this.beginNanos = ticker.nanos();
  }

  /** The clocks of this machine. */
  public static DrillTime real() {
    return new DrillTime(InstantSource.system(), Ticker.REAL, Sleeper.REAL);
  }

  /** When the drill began, by the wall clock. */
  public Instant begin() {
    return begin;
  }

  /** How long the drill goes on. */
  public Duration now() {
    return Duration.ofNanos(ticker.nanos() - beginNanos);
  }

  /** The wall clock's time at a moment of the drill, as if nobody had set it since the begin. */
  public Instant instantAt(Duration at) {
    return begin.plus(at);
  }

  /** The wall clock, which may be adjusted while a drill runs. */
  public InstantSource clock() {
    return clock;
  }

  /** Waits for a condition, by the clock of the drill. */
  public Poller poller() {
    return new Poller(() -> Instant.EPOCH.plus(now()), sleeper);
  }

  /** Waits for a time, by the clock of the drill. */
  public Sleeper sleeper() {
    return sleeper;
  }
}
