package io.github.hybridnet.azure;

import io.github.hybridnet.engine.retry.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves when somebody sleeps. */
public final class ManualTime implements InstantSource, Sleeper {
  private final List<Duration> slept = new ArrayList<>();
  private Instant now = Instant.parse("2020-01-01T12:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    slept.add(duration);
    now = now.plus(duration);
  }

  public synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }
}
