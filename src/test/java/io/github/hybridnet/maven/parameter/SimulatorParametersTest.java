package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.simulator.DurationModel;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorParametersTest {
  private final SimulatorOptions options = SimulatorOptions.in(Path.of("state"));

  private SimulatorOptions.Tuning timed(String durations, String model, String seed) {
    return SimulatorParameters.timed(options, durations, model, seed).tuning();
  }

  @Test
  void durationsAreAListOrAFile() {
    assertThat(timed("a.b=20m, c.*@hub = PT1H", "fixed", null).timing().durations())
        .isEqualTo(Map.of("a.b", Duration.ofMinutes(20), "c.*@hub", Duration.ofHours(1)));
    assertThat(timed(" times.properties ", "fixed", null).timing().durationsFile())
        .hasValue(Path.of("times.properties"));
    assertThat(timed(" ", "fixed", null)).isEqualTo(options.tuning());
    assertThatThrownBy(() -> timed("a.b=soon", "fixed", null))
        .hasMessageStartingWith(
            "HN1901: The entry 'a.b' of hybridnet.simulator.durations is 'soon'. It must be a"
                + " duration above zero.");
    assertThatThrownBy(() -> timed("a.b=1m,c", "fixed", null)).hasMessageStartingWith("HN1901:");
  }

  @Test
  void modelSeedAndClockAreChosen() {
    assertThat(timed(null, "Recorded", null).timing().model()).isEqualTo(DurationModel.RECORDED);
    assertThat(timed(null, "fixed", " -7 ").seed()).hasValue(-7);
    assertThatThrownBy(() -> timed(null, "fixed", "x"))
        .hasMessage(
            "HN1903: hybridnet.simulator.seed is 'x', which is not allowed.%n  Fix: use a whole number"
                .formatted());
    assertThat(SimulatorParameters.clocked(options, "manual").tuning().timing().manualClock())
        .isTrue();
    assertThat(SimulatorParameters.clocked(options, "running")).isEqualTo(options);
    assertThatThrownBy(() -> SimulatorParameters.clocked(options, "slow"))
        .hasMessageStartingWith("HN1902:");
  }
}
