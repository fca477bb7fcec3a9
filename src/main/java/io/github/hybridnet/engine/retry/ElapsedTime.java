package io.github.hybridnet.engine.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long something has lasted: by the clock, and at least as long as all its pauses together. So
 * a wait ends even where its clock stands still.
 */
final class ElapsedTime {
  private final InstantSource clock;
  private final Instant begin;
  private Duration slept = Duration.ZERO;

  ElapsedTime(InstantSource clock) {
    this.clock = clock;
    this.begin = clock.instant();
  }

  Duration now() {
    Duration elapsed = Duration.between(begin, clock.instant());
    return elapsed.compareTo(slept) < 0 ? slept : elapsed;
  }

  void sleep(Sleeper sleeper, Duration pause) throws InterruptedException {
    sleeper.sleep(pause);
    slept = slept.plus(pause);
  }
}
