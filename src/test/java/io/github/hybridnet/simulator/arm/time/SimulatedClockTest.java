package io.github.hybridnet.simulator.arm.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.simulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private final ManualClock wall = new ManualClock(START);

  @Test
  void simulatedTimeIsWallTimeMultiplied() {
    SimulatedClock clock = SimulatedClock.starting(wall, 300);
    wall.pass(Duration.ofSeconds(2));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(600));
    assertThat(clock.toWall(Duration.ofSeconds(10))).isEqualTo(Duration.ofNanos(33_333_333));
  }

  @Test
  void advancingJumpsAndGoesOn() {
    SimulatedClock clock = SimulatedClock.starting(wall, 2);
    clock.advance(Duration.ofMinutes(10));
    wall.pass(Duration.ofSeconds(5));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(610));
  }

  @Test
  void timeGoesOnBetweenRunsAtTheSpeedOfTheEarlierOne() {
    SimulatedClock earlier = SimulatedClock.starting(wall, 10);
    wall.pass(Duration.ofSeconds(1));
    var saved = earlier.toJson();
    wall.pass(Duration.ofSeconds(6));
    SimulatedClock later = SimulatedClock.resuming(saved, wall, 100);
    assertThat(later.now()).isEqualTo(START.plusSeconds(70));
    wall.pass(Duration.ofSeconds(1));
    assertThat(later.now()).isEqualTo(START.plusSeconds(170));
  }

  @Test
  void timeNeverGoesBackWhenWallTimeDoes() {
    SimulatedClock clock = SimulatedClock.starting(wall, 10);
    wall.pass(Duration.ofHours(-1));
    assertThat(clock.now()).isEqualTo(START);
  }

  @Test
  void timeGoesOnFromWhereItWasWhenWallTimeIsSetBack() {
    SimulatedClock clock = SimulatedClock.starting(wall, 10);
    wall.pass(Duration.ofSeconds(60));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(600));
    wall.pass(Duration.ofSeconds(-30));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(600));
    wall.pass(Duration.ofSeconds(1));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(610));
  }

  @Test
  void laterRunDoesNotGoBackWhateverItsSpeedAndItsWallTime() {
    SimulatedClock earlier = SimulatedClock.starting(wall, 1000);
    wall.pass(Duration.ofSeconds(10));
    var saved = earlier.toJson();
    wall.pass(Duration.ofHours(-5));
    SimulatedClock later = SimulatedClock.resuming(saved, wall, 1);
    assertThat(later.now()).isEqualTo(START.plusSeconds(10_000));
    wall.pass(Duration.ofSeconds(1));
    assertThat(later.now()).isEqualTo(START.plusSeconds(10_001));
  }

  @Test
  void jumpThatIsTooFarIsRefused() {
    SimulatedClock clock = SimulatedClock.starting(wall, 1);
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.now()).isEqualTo(START);
  }
}
