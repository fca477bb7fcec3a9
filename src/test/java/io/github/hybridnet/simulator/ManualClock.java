package io.github.hybridnet.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Wall time that moves only when a test says so. */
public final class ManualClock implements InstantSource {
  private Instant now;

  public ManualClock(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass. */
  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }
}
