package io.github.hybridnet.drill.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Texts of the drill that files contain. Users' programs read them, so that they never change. */
class DrillFormatsTest {
  @Test
  void milestonesAreMembersOfResultFiles() {
    assertThat(Arrays.stream(Milestone.values()).map(Milestone::id))
        .containsExactly(
            "baseline",
            "lever",
            "takenAway",
            "detected",
            "failedOver",
            "restore",
            "putBack",
            "restored",
            "end");
  }

  @Test
  void stepsAreTestCasesOfTheJunitReport() {
    assertThat(Arrays.stream(DrillStep.values()).map(DrillStep::id))
        .containsExactly(
            "preflight",
            "baseline",
            "journal",
            "lever",
            "failed over",
            "hold",
            "restore",
            "restored",
            "verdict");
  }

  @Test
  void methodsAreValuesOfMarkersJournalsAndResultFiles() {
    assertThat(Arrays.stream(DisconnectMethod.values()).map(DisconnectMethod::label))
        .containsExactly("peering", "connection", "site-simulation");
  }
}
