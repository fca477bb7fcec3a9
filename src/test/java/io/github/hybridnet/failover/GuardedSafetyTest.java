package io.github.hybridnet.failover;

import static io.github.hybridnet.failover.LeverRig.CIRCUIT;
import static io.github.hybridnet.failover.LeverRig.GROUP;
import static io.github.hybridnet.failover.LeverRig.PEERING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.Verdict.Outcome;
import io.github.hybridnet.failover.journal.DrillFiles;
import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.failover.journal.MarkerSeal;
import io.github.hybridnet.failover.lever.Lever;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that somebody removes while a drill has disconnected ExpressRoute. */
class GuardedSafetyTest {
  private static final String REMOVED =
      "What the drill's lever moved, the circuit peering ra-erc/AzurePrivatePeering, has been"
          + " removed with all that it belongs to; there is nothing to put back.";

  private final LeverRig rig = new LeverRig();
  @TempDir private Path here;

  private Safety.Outcome putBackAfter(Runnable meanwhile) throws InterruptedException {
    Lever lever = rig.lever(LeverKind.PEERING);
    DrillGuard.Place place =
        new DrillGuard.Place(
            rig.drills,
            new DrillFiles(here, "https://management.azure.com"),
            rig.sleeper(),
            Duration.ofHours(1),
            MarkerSeal.NONE);
    Restoration restoration = new Restoration(rig.time(), RestorePatience.STANDARD, line -> {});
    try (GuardedSafety safety =
        new GuardedSafety(place, new GuardedSafety.Origin(GROUP, "agent-7"), lever, restoration)) {
      safety.arm("20261125-221500-3fa9c1", rig.time());
      lever.pull(Call.within(Duration.ofMinutes(5)));
      meanwhile.run();
      return safety.putBack();
    }
  }

  private void removeCircuit() {
    rig.cloud.standing.remove(PEERING);
    rig.cloud.standing.remove(CIRCUIT);
  }

  @Test
  void whatStandsIsPutBack() throws InterruptedException {
    assertThat(putBackAfter(() -> {}).failure()).isEmpty();
  }

  @Test
  void whatWasRemovedMeanwhileIsNotBack() throws InterruptedException {
    Safety.Outcome outcome = putBackAfter(this::removeCircuit);
    assertThat(outcome.failure())
        .contains(
            new Finding(
                "HN5034",
                REMOVED,
                "nothing has to be done; hybridnet:deploy-network makes it anew"));
    assertThat(outcome.notes()).isEmpty();
  }

  /** Its routes would be waited for in vain, and nobody needs commands that put it back. */
  @Test
  void aDrillWhoseNetworkWasRemovedEndsAtOnceAndSaysSo() throws InterruptedException {
    DrillRig drill = new DrillRig();
    drill.restoreFailure = putBackAfter(this::removeCircuit).failure();
    List<String> asked = new ArrayList<>();
    drill.onPutBack = () -> drill.onRead = () -> asked.add("Azure");

    DrillResult result = drill.drill().run();

    assertThat(asked).isEmpty();
    assertThat(result.verdict().outcome()).isEqualTo(Outcome.RESTORE_FAILED);
    assertThat(result.verdict().code()).isEqualTo(Optional.of("HN5034"));
    assertThat(result.manualCommands()).isEmpty();
    assertThat(DrillText.restoreFailed(result))
        .containsExactly(
            "ExpressRoute was removed during the drill; there is nothing to put back by hand.",
            "nothing has to be done; hybridnet:deploy-network makes it anew",
            "HN5034: " + REMOVED);
  }
}
