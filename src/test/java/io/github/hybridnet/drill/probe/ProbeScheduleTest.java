package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProbeScheduleTest {
  private final ProbeSchedule probeSchedule =
      new ProbeSchedule(Duration.ofMillis(250), Duration.ofMillis(100));

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void nothingIsDueBeforeTheBegin() {
    assertThat(probeSchedule.take(ms(249))).isEmpty();
    assertThat(probeSchedule.due()).isEqualTo(ms(250));
    assertThat(probeSchedule.missed()).isZero();
  }

  @Test
  void eachIsTakenOnce() {
    assertThat(probeSchedule.take(ms(250))).hasValue(0);
    assertThat(probeSchedule.take(ms(349))).isEmpty();
    assertThat(probeSchedule.due()).isEqualTo(ms(350));
    assertThat(probeSchedule.take(ms(350))).hasValue(1);
  }

  @Test
  void aProbeMayBeSentUntilTheNextOneIsDue() {
    assertThat(probeSchedule.take(ms(349))).hasValue(0);
    assertThat(probeSchedule.take(ms(350))).hasValue(1);
    assertThat(probeSchedule.missed()).isZero();
  }

  @Test
  void thoseThatAreTooLateAreMissed() {
    assertThat(probeSchedule.take(ms(250))).hasValue(0);
    assertThat(probeSchedule.take(ms(680))).hasValue(4);
    assertThat(probeSchedule.missed()).isEqualTo(3);
    assertThat(probeSchedule.due()).isEqualTo(ms(750));
  }

  @Test
  void thereIsNoDriftInAnHour() {
    ProbeSchedule fast = new ProbeSchedule(Duration.ZERO, ms(10));
    for (int i = 0; i < 360_000; i++) {
      assertThat(fast.due()).isEqualTo(ms(10L * i));
      assertThat(fast.take(fast.due().plusNanos(i % 9_999_999))).hasValue(i);
    }
    assertThat(fast.missed()).isZero();
  }
}
