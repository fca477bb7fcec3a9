package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  @Test
  void choicesIgnoreCase() {
    assertThat(ChoiceParameter.GATEWAYS.parse(" Serial ")).isEqualTo("serial");
  }

  @Test
  void anotherChoiceIsRefusedWithTheAllowedOnes() {
    assertThatThrownBy(() -> ChoiceParameter.GATEWAYS.parse("both"))
        .hasMessage(
            "HN1902: hybridnet.gateways is '%s', which is not allowed.%n  Fix: use one of parallel,"
                + " serial",
            "both");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "80.5", "http", ""})
  void portsOutsideTheirRangeAreRefused(String port) {
    assertThatThrownBy(() -> NumberParameter.port("hybridnet.simulator.port", port))
        .hasMessage(
            "HN1903: hybridnet.simulator.port is '%s', which is not allowed.%n  Fix: use a port"
                + " from 0 (any free one) to 65535",
            port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "fast"})
  void speedsOutsideTheirRangeAreRefused(String speed) {
    assertThatThrownBy(() -> NumberParameter.speed("hybridnet.simulator.speed", speed))
        .hasMessage(
            "HN1903: hybridnet.simulator.speed is '%s', which is not allowed.%n  Fix: use a number"
                + " from 0.001 to 1000000, 1 being real time",
            speed);
  }

  @Test
  void numbersAreRead() {
    assertThat(NumberParameter.port("hybridnet.simulator.port", " 8443 ")).isEqualTo(8443);
    assertThat(NumberParameter.speed("hybridnet.simulator.speed", "0.5")).isEqualTo(0.5);
  }
}
