package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeTimingTest {
  private static ProbeTiming of(long interval, long timeout, int targets) {
    return ProbeTiming.of(
        Optional.of(Duration.ofMillis(interval)), Optional.of(Duration.ofMillis(timeout)), targets);
  }

  @Test
  void aSecondAndALittleLessUnlessTheUserSaysOtherwise() {
    assertThat(ProbeTiming.of(Optional.empty(), Optional.empty(), 3))
        .isEqualTo(new ProbeTiming(Duration.ofSeconds(1), Duration.ofMillis(900)));
  }

  @Test
  void theTimeOutDoesNotFollowTheInterval() {
    assertThat(ProbeTiming.of(Optional.of(Duration.ofMillis(50)), Optional.empty(), 3))
        .isEqualTo(new ProbeTiming(Duration.ofMillis(50), Duration.ofMillis(900)));
  }

  @Test
  void theShortestAndTheLongest() {
    assertThat(of(10, 10, 1).interval()).isEqualTo(Duration.ofMillis(10));
    assertThat(of(60_000, 60_000, 20).timeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void bothAreToldWhenBothAreWrong() {
    assertThatThrownBy(() -> of(9, 61_000, 1))
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.kind()).isEqualTo(UserException.Kind.REFUSED))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN5051: The interval or the time-out of the probes cannot be kept:",
                "    hybridnet.failover.probeInterval must be from 10ms to 1m, and is 9ms",
                "    hybridnet.failover.probeTimeout must be from 10ms to 1m, and is 61s",
                "  Fix: set hybridnet.failover.probeInterval and hybridnet.failover.probeTimeout,"
                    + " such as 1s and 900ms. Nothing was changed"));
  }

  @Test
  void notMoreAtOnceThanAMachineHasThreadsFor() {
    assertThat(of(10, 900, 3).atOnce()).isEqualTo(117);
    assertThatThrownBy(() -> of(10, 900, 4))
        .hasMessageContaining(
            "    4 targets with an interval of 10ms and a time-out of 900ms need 468"
                + " probes at the same time, but at most 400 are possible");
  }
}
