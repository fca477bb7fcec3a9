package io.github.hybridnet.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillGoalMessagesTest {
  private static final ResourceKey CONNECTION =
      new ResourceKey("sub", "rg", ResourceType.CONNECTION, "cn");

  @Test
  void restore() {
    assertThat(DrillGoalMessages.nothingRestored("rg", List.of()))
        .isEqualTo(
            "The resource group 'rg' has no unfinished failover drill. Nothing was changed.");
    assertThat(DrillGoalMessages.nothingRestored("rg", List.of("d-1", "d-2")))
        .isEqualTo(
            "No failover drill of the resource group 'rg' has disconnected ExpressRoute."
                + " The records of these drills were removed: d-1, d-2. Nothing else was changed.");
    assertThat(DrillGoalMessages.restored(true))
        .isEqualTo("The configuration of ExpressRoute is restored.");
    assertThat(DrillGoalMessages.restored(false))
        .isEqualTo("ExpressRoute was no longer disconnected. The drill's records were removed.");
    assertThat(DrillGoalMessages.waitingForConnection(CONNECTION, "'Connecting'"))
        .isEqualTo("Waiting until the connection 'cn' is 'Connected'. It is still 'Connecting'.");
    assertThat(DrillGoalMessages.connected(CONNECTION, "'Connected'"))
        .isEqualTo("The connection 'cn' is 'Connected'.");
  }

  @Test
  void results() {
    assertThat(DrillGoalMessages.NOT_RUN_AGAIN)
        .isEqualTo(
            "The failover drill was not run. An earlier drill of this build failed, and its"
                + " result is kept for verify-drill.");
    assertThat(DrillGoalMessages.FAILURE_KEPT)
        .isEqualTo("The build continues. The goal verify-drill fails it after destroy has run.");
    assertThat(DrillGoalMessages.RESULT_OF_EARLIER_BUILD)
        .isEqualTo(
            "test-failover did not run in this build. The result below is from an earlier"
                + " build.");
    assertThat(DrillGoalMessages.nothingTested("d-1", "a dry run"))
        .isEqualTo(
            "The result d-1 is from a dry run. ExpressRoute was not disconnected, so no failover"
                + " was tested.");
  }
}
