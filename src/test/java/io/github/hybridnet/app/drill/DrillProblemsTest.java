package io.github.hybridnet.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.drill.run.SampleDrills;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a drill fails the build with, as whole messages. */
class DrillProblemsTest {
  private static final String LINE = System.lineSeparator();

  private static String message(DrillResult result) {
    return String.valueOf(DrillProblems.of(result).getMessage());
  }

  @Test
  void aDrillThatNeedsItsConfirmation() {
    assertThat(DrillProblems.unconfirmed("ra-er-vgw", DisconnectMethod.PEERING))
        .hasMessage(
            "HN5003: The drill was not run, because it is not confirmed and"
                + " hybridnet.requireConfirmation is set. Nothing was changed.%n  Fix: to confirm"
                + " the drill, run the goal with -Dhybridnet.failover.confirm=ra-er-vgw"
                + " -Dhybridnet.failover.disconnect=peering",
            List.of().toArray());
  }

  @Test
  void aRefusedDrillNamesEachFixOnceAndThoseOfLocksFirst() {
    DrillFinding circuit = new DrillFinding("HN5010", "The circuit is down.", "wait for it");
    DrillFinding locks = new DrillFinding("HN5011", "There is a lock.", "remove the lock");
    assertThat(message(SampleDrills.unprobed().verdict(Outcome.REFUSED, circuit).result()))
        .isEqualTo(
            "HN5010: The failover drill was not started. Nothing was changed."
                + LINE
                + "  HN5010: The circuit is down."
                + LINE
                + "  Fix: wait for it");
    assertThat(
            message(
                SampleDrills.unprobed().verdict(Outcome.REFUSED, circuit, locks, circuit).result()))
        .isEqualTo(
            "HN5010: The failover drill was not started. Nothing was changed."
                + LINE
                + "  HN5010: The circuit is down."
                + LINE
                + "  HN5011: There is a lock."
                + LINE
                + "  HN5010: The circuit is down."
                + LINE
                + "  Fix: in this order:"
                + LINE
                + "    1. remove the lock"
                + LINE
                + "    2. wait for it");
  }

  /** The reader learns first what is down, and last what to type. */
  @Test
  void aFailedRestoreBeginsWithWhatIsDownAndEndsWithTheCommand() {
    DrillResult result = SampleDrills.notRestored().result();
    assertThat(message(result))
        .startsWith("HN5030: ExpressRoute may still be disconnected after the failover drill.")
        .contains(
            "  Fix: run mvn hybridnet:restore. If that fails, restore ExpressRoute by hand:"
                + LINE
                + "  "
                + result.manualCommands().get(0))
        .endsWith(
            "HN5030: ExpressRoute may still be disconnected. Restore it now: mvn"
                + " hybridnet:restore");
    assertThat(message(SampleDrills.notCarrying().result()))
        .isEqualTo(
            "HN5039: ExpressRoute is restored, but does not carry the traffic as before the"
                + " failover drill."
                + LINE
                + "  HN5039: It does not carry after 10m."
                + LINE
                + "  Fix: See the provider");
  }
}
