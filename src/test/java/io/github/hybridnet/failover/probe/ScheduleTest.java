package io.github.hybridnet.failover.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Schedule schedule = new Schedule(Duration.ofMillis(250), Duration.ofMillis(100));

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void nothingIsDueBeforeTheBegin() {
    assertThat(schedule.take(ms(249))).isEmpty();
    assertThat(schedule.due()).isEqualTo(ms(250));
    assertThat(schedule.missed()).isZero();
  }

  @Test
  void eachIsTakenOnce() {
    assertThat(schedule.take(ms(250))).hasValue(0);
    assertThat(schedule.take(ms(349))).isEmpty();
    assertThat(schedule.due()).isEqualTo(ms(350));
    assertThat(schedule.take(ms(350))).hasValue(1);
  }

  @Test
  void aProbeMayBeSentUntilTheNextOneIsDue() {
    assertThat(schedule.take(ms(349))).hasValue(0);
    assertThat(schedule.take(ms(350))).hasValue(1);
    assertThat(schedule.missed()).isZero();
  }

  @Test
  void thoseThatAreTooLateAreMissed() {
    assertThat(schedule.take(ms(250))).hasValue(0);
    assertThat(schedule.take(ms(680))).hasValue(4);
    assertThat(schedule.missed()).isEqualTo(3);
    assertThat(schedule.due()).isEqualTo(ms(750));
  }

  @Test
  void thereIsNoDriftInAnHour() {
    Schedule fast = new Schedule(Duration.ZERO, ms(10));
    for (int i = 0; i < 360_000; i++) {
      assertThat(fast.due()).isEqualTo(ms(10L * i));
      assertThat(fast.take(fast.due().plusNanos(i % 9_999_999))).hasValue(i);
    }
    assertThat(fast.missed()).isZero();
  }
}
