package io.github.hybridnet.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.engine.EngineOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void aClockThatJumpsDoesNotMoveIt() {
    AtomicReference<Instant> wall = new AtomicReference<>(NOON);
    AtomicLong nanos = new AtomicLong(-5);
    MonotonicClock clock = new MonotonicClock(wall::get, nanos::get);

    wall.set(NOON.plus(Duration.ofHours(1)));
    assertThat(clock.instant()).isEqualTo(NOON);
    nanos.addAndGet(Duration.ofSeconds(7).toNanos());
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
    wall.set(NOON.minus(Duration.ofHours(1)));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void goalsKeepTheirLimitsByIt() {
    assertThat(EngineOptions.standard().clock()).isInstanceOf(MonotonicClock.class);
    assertThat(AzureSession.SessionTime.real().steady()).isInstanceOf(MonotonicClock.class);
  }
}
