package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.run.DrillVerdict;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredValueTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, +00:00.0",
    "PT42.39S, +00:42.3",
    "PT59M59.99S, +59:59.9",
    "PT1H2M3.4S, +1:02:03.4"
  })
  void moments(Duration at, String text) {
    assertThat(MeasuredValueText.at(at)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0.000 s, 0.000 s",
    "PT12.412S, 12.412 s, 12.412 s",
    "PT12.4120001S, 12.412 s, 12.413 s",
    "PT59.9999S, 59.999 s, 1m 00.000s",
    "PT2M5.1S, 2m 05.100s, 2m 05.100s",
    "PT1H1S, 1h 00m 01.000s, 1h 00m 01.000s"
  })
  void spans(Duration span, String atLeast, String atMost) {
    assertThat(MeasuredValueText.span(span)).isEqualTo(atLeast);
    assertThat(MeasuredValueText.atMost(span)).isEqualTo(atMost);
  }

  @ParameterizedTest
  @CsvSource({"PT0.25S, 250 ms", "PT1.5S, 1.500 s", "PT30S, 30 s", "PT3M, 3m", "PT150S, 2m 30s"})
  void limits(Duration limit, String text) {
    assertThat(MeasuredValueText.limit(limit)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"PT0.00084S, 0.84 ms", "PT0.0124S, 12.4 ms", "PT1.2S, 1.200 s"})
  void latencies(Duration latency, String text) {
    assertThat(MeasuredValueText.latency(latency)).isEqualTo(text);
  }

  @Test
  void theCodeOfAnOutcomeIsThatOfItsReason() {
    DrillFinding failed = new DrillFinding("HN5020", "The VPN did not take over.", "");
    DrillFinding restore = new DrillFinding("HN5030", "It is not back.", "");
    List<DrillFinding> both = List.of(failed, restore);
    assertThat(new DrillVerdict(Outcome.RESTORE_FAILED, both).code()).contains("HN5030");
    DrillFinding note = new DrillFinding("HN5032", "Somebody changed it.", "");
    DrillFinding carries = new DrillFinding("HN5039", "It does not carry.", "");
    assertThat(new DrillVerdict(Outcome.RESTORE_FAILED, List.of(note, failed, carries)).code())
        .contains("HN5039");
    assertThat(new DrillVerdict(Outcome.RESTORE_FAILED, List.of(failed)).code()).contains("HN5020");
    assertThat(new DrillVerdict(Outcome.FAILED, both).code()).contains("HN5020");
    assertThat(new DrillVerdict(Outcome.REFUSED, List.of(failed)).code()).contains("HN5020");
    assertThat(new DrillVerdict(Outcome.PASSED, List.of(failed)).code()).isEmpty();
    assertThat(new DrillVerdict(Outcome.DRY_RUN, both).code()).isEmpty();
    assertThat(new DrillVerdict(Outcome.OBSERVED, both).code()).isEmpty();
  }
}
