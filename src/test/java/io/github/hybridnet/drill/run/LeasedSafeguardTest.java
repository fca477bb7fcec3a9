package io.github.hybridnet.drill.run;

import static io.github.hybridnet.drill.action.DisconnectRig.CIRCUIT;
import static io.github.hybridnet.drill.action.DisconnectRig.GROUP;
import static io.github.hybridnet.drill.action.DisconnectRig.PEERING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectRig;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.lease.DrillJournal;
import io.github.hybridnet.drill.lease.DrillLease;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that somebody removes while a drill has disconnected ExpressRoute. */
class LeasedSafeguardTest {
  private static final String REMOVED =
      "The network has no ExpressRoute now: somebody removed the circuit peering"
          + " 'ra-erc/AzurePrivatePeering', which the drill disconnected, and its circuit."
          + " There is nothing to restore.";

  private final DisconnectRig rig = new DisconnectRig();
  @TempDir private Path here;

  private RestoreResult putBackAfter(Runnable meanwhile) throws InterruptedException {
    DisconnectAction disconnectAction = rig.lever(DisconnectMethod.PEERING);
    DrillLease.LeaseStorage leaseStorage =
        new DrillLease.LeaseStorage(
            rig.drills,
            new DrillJournal(here, "https://management.azure.com"),
            rig.sleeper(),
            Duration.ofHours(1),
            MarkerSigner.NONE);
    RestoreProcedure restoreProcedure =
        new RestoreProcedure(rig.time(), RestoreRetryPolicy.STANDARD, line -> {});
    try (LeasedSafeguard safety =
        new LeasedSafeguard(
            leaseStorage,
            new LeasedSafeguard.DrillOrigin(GROUP, "agent-7"),
            disconnectAction,
            restoreProcedure)) {
      safety.acquire("20261125-221500-3fa9c1", rig.time());
      disconnectAction.disconnect(Duration.ofMinutes(5));
      meanwhile.run();
      return safety.restore();
    }
  }

  private void removeCircuit() {
    rig.cloud.standing.remove(PEERING);
    rig.cloud.standing.remove(CIRCUIT);
  }

  @Test
  void whatStandsIsPutBack() throws InterruptedException {
    assertThat(putBackAfter(() -> {}).drillFailure()).isEmpty();
  }

  @Test
  void whatWasRemovedMeanwhileIsNotBack() throws InterruptedException {
    RestoreResult restored = putBackAfter(this::removeCircuit);
    assertThat(restored.drillFailure())
        .contains(
            new DrillFinding(
                "HN5034",
                REMOVED,
                "if the network needs ExpressRoute, create it again with hybridnet:create-circuit"
                    + " and hybridnet:deploy-network. Otherwise do nothing"));
    assertThat(restored.otherWarnings()).isEmpty();
  }

  /** Its routes would be waited for in vain, and nobody needs commands that put it back. */
  @Test
  void aDrillWhoseNetworkWasRemovedEndsAtOnceAndSaysSo() throws InterruptedException {
    DrillRig drill = new DrillRig();
    drill.restoreFailure = putBackAfter(this::removeCircuit).drillFailure();
    List<String> asked = new ArrayList<>();
    drill.onPutBack = () -> drill.onRead = () -> asked.add("Azure");

    DrillResult result = drill.drill().run();

    assertThat(asked).isEmpty();
    assertThat(result.verdict().outcome()).isEqualTo(Outcome.RESTORE_FAILED);
    assertThat(result.verdict().code()).isEqualTo(Optional.of("HN5034"));
    assertThat(result.manualCommands()).isEmpty();
    assertThat(DrillText.restoreFailed(result))
        .containsExactly(
            "if the network needs ExpressRoute, create it again with"
                + " hybridnet:create-circuit and hybridnet:deploy-network. Otherwise do nothing");
    assertThat(result.verdict().headline()).isEqualTo("ExpressRoute removed");
  }
}
