package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.text.UserException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationParameterTest {

  @ParameterizedTest
  @CsvSource({
    "90m, PT90M",
    "1h30m, PT90M",
    "2d, PT48H",
    "45S, PT45S",
    "PT90M, PT90M",
    "pt1h, PT1H",
    "P1D, PT24H",
    "50ms, PT0.05S",
    "1s500ms, PT1.5S"
  })
  void reads(String text, Duration expected) {
    assertThat(DurationParameter.CIRCUIT_TIMEOUT.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "m", "soon", "0m", "PT0S", "-5m", "PT-5M", "1m2h"})
  void refuses(String text) {
    assertThatThrownBy(() -> DurationParameter.CIRCUIT_TIMEOUT.parse(text))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN1901: hybridnet.circuit.timeout is '%s'. It must be a duration above zero.%n  Fix:"
                + " write a number with d, h, m, s or ms, such as 90m or 1h30m, or an ISO-8601"
                + " duration such as PT90M",
            text);
  }
}
