package io.github.hybridnet.drill.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.gate.GateResult.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessScoreTest {

  private static GateResult result(String id, Status status) {
    return new GateResult(id, status, "It is " + id + ".", "Mend " + id + ".");
  }

  @Test
  void everythingHolds() {
    assertThat(ReadinessScore.of(List.of(result("coverage", Status.MET))))
        .isEqualTo(
            new ReadinessScore(
                100,
                "Readiness 100 of 100: all that Azure reports shows that the VPN would take"
                    + " over.",
                List.of(),
                List.of()));
  }

  @Test
  void theMostCostlyIsToBeMendedFirst() {
    assertThat(
            ReadinessScore.of(
                List.of(
                    result("operations", Status.NOT_MET),
                    result("vpn-gateway", Status.MET),
                    new GateResult("circuit", Status.WARNING, "It is not readable.", ""),
                    result("coverage", Status.OVERRIDDEN),
                    result("single-homed", Status.WARNING))))
        .isEqualTo(
            new ReadinessScore(
                35,
                "Readiness 35 of 100: 2 gates are not met, 2 warnings.",
                List.of("coverage -40", "operations -15", "circuit -10"),
                List.of(
                    "It is coverage. Fix: Mend coverage.",
                    "It is operations. Fix: Mend operations.",
                    "It is single-homed. Fix: Mend single-homed.")));
  }

  @ParameterizedTest
  @CsvSource({
    "coverage, NOT_MET, 60, 'Readiness 60 of 100: 1 gate is not met.'",
    "both-links, WARNING, 95, 'Readiness 95 of 100: 1 warning.'",
    "permissions, NOT_MET, 90, 'Readiness 90 of 100: 1 gate is not met.'",
    "probes, NOT_MET, 85, 'Readiness 85 of 100: 1 gate is not met.'",
    "production, NOT_MET, 100, 'Readiness 100 of 100: 1 gate is not met.'"
  })
  void costsByKind(String id, Status status, int score, String text) {
    ReadinessScore readinessScore = ReadinessScore.of(List.of(result(id, status)));
    assertThat(readinessScore.score()).isEqualTo(score);
    assertThat(readinessScore.text()).isEqualTo(text);
  }

  @Test
  void neverBelowZero() {
    List<GateResult> all =
        DrillPreflight.ids().stream().map(id -> result(id, Status.NOT_MET)).toList();
    assertThat(ReadinessScore.of(all).score()).isZero();
  }

  @Test
  void aHealthyNetworkWithOneCircuitIsReady() throws InterruptedException {
    ReadinessScore readinessScore = ReadinessScore.of(new HealthyDrill().look().results());
    assertThat(readinessScore.score()).isEqualTo(100);
    assertThat(readinessScore.parts()).isEmpty();
    assertThat(readinessScore.mend()).as("it is told all the same").hasSize(1);
  }
}
