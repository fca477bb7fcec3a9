package io.github.hybridnet.drill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.action.DisconnectRig;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.lease.DrillRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each whole sentence about a restore. */
class RestoreMessagesTest {
  private static final ResourceKey PEERING =
      new ResourceKey("sub", "ra-rg", ResourceType.PEERING, "ra-erc/AzurePrivatePeering");
  private static final ResourceKey CONNECTION =
      new ResourceKey("sub", "ra-rg", ResourceType.CONNECTION, "ra-er-cn");
  private static final ResourceKey GATEWAY =
      new ResourceKey("sub", "ra-rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw");
  private static final DrillRecord RECORD =
      new DrillRecord(
          "d-1",
          DisconnectMethod.PEERING,
          PEERING.group(),
          PEERING,
          "",
          "agent-7",
          Instant.parse("2026-11-25T22:15:00Z"),
          false);
  private static final String BEGUN =
      "The failover drill d-1 on 'agent-7', which began at 2026-11-25T22:15:00Z, was not finished";
  private static final String WHERE =
      " (the circuit peering 'ra-erc/AzurePrivatePeering', disconnected with the method"
          + " 'peering')";

  private static String notRestored(DisconnectMethod method, int tries) {
    DrillFinding finding =
        RestoreMessages.notRestored(
            new DisconnectRig().lever(method), tries, Duration.ofSeconds(303), "(Busy) no");
    assertThat(finding.code()).isEqualTo("HN5030");
    assertThat(finding.fix())
        .isEqualTo(
            "resolve what the last try failed with, and run mvn hybridnet:restore. To find locks:"
                + " az lock list --resource-group ra-rg. If hybridnet:restore cannot be run,"
                + " restore ExpressRoute by hand with the commands below. A lock or a missing"
                + " permission stops them too");
    return finding.text();
  }

  @Test
  void aRestoreThatFailedBeginsWithWhatIsDown() {
    assertThat(notRestored(DisconnectMethod.PEERING, 11))
        .isEqualTo(
            "ExpressRoute may still be disconnected: the restore could not enable the circuit"
                + " peering 'ra-erc/AzurePrivatePeering' in resource group 'ra-rg' again (11 tries"
                + " in 5m 03s). The last try failed: (Busy) no.");
    assertThat(notRestored(DisconnectMethod.CONNECTION, 1))
        .isEqualTo(
            "ExpressRoute may still be disconnected: the restore could not create the connection"
                + " 'ra-er-cn' in resource group 'ra-rg' again (1 try in 5m 03s). The last try"
                + " failed: (Busy) no.");
    assertThat(notRestored(DisconnectMethod.SITE_SIMULATION, 2))
        .isEqualTo(
            "ExpressRoute may still be disconnected: the restore could not stop Azure's site"
                + " failover test on the virtual network gateway 'ra-er-vgw' in resource group"
                + " 'ra-rg' (2 tries in 5m 03s). The last try failed: (Busy) no.");
  }

  @Test
  void theLastLineEndsWithTheCommand() {
    assertThat(RestoreMessages.stillDisconnected("HN5030"))
        .isEqualTo(
            "HN5030: ExpressRoute may still be disconnected. Restore it now: mvn"
                + " hybridnet:restore");
  }

  @Test
  void aRemovedNetworkHasNothingToRestore() {
    assertThat(RestoreMessages.removed(PEERING).text())
        .isEqualTo(
            "The network has no ExpressRoute now: somebody removed the circuit peering"
                + " 'ra-erc/AzurePrivatePeering', which the drill disconnected, and its circuit."
                + " There is nothing to restore.");
    assertThat(RestoreMessages.removed(CONNECTION).text())
        .isEqualTo(
            "The network has no ExpressRoute now: somebody removed the connection 'ra-er-cn',"
                + " which the drill disconnected, and its gateway. There is nothing to restore.");
    assertThat(RestoreMessages.removed(GATEWAY).text())
        .isEqualTo(
            "The network has no ExpressRoute now: somebody removed the virtual network gateway"
                + " 'ra-er-vgw', which the drill disconnected. There is nothing to restore.");
  }

  @Test
  void unfinishedDrills() {
    assertThat(RestoreMessages.restoring(RECORD))
        .isEqualTo(
            BEGUN + ". ExpressRoute may be disconnected" + WHERE + ". Restoring ExpressRoute.");
    assertThat(RestoreMessages.wouldBeRestored(RECORD))
        .isEqualTo(
            "ExpressRoute may be disconnected"
                + WHERE
                + ". "
                + BEGUN
                + ". To restore ExpressRoute, run mvn hybridnet:restore");
    assertThat(
            RestoreMessages.wouldBeSkipped(RECORD, new DrillFinding("HN5071", "Not signed.", "")))
        .isEqualTo(BEGUN + ". hybridnet:restore would not restore it. Not signed.");
    assertThat(RestoreMessages.wouldBeCleared(RECORD))
        .isEqualTo(
            BEGUN
                + ", but it did not disconnect ExpressRoute. hybridnet:restore would remove its"
                + " tags and its file.");
    assertThat(RestoreMessages.clearing(RECORD))
        .isEqualTo(
            "The failover drill d-1 on 'agent-7' did not disconnect ExpressRoute. Removing its"
                + " tags and its file.");
    assertThat(RestoreMessages.running("d-1"))
        .isEqualTo(
            "The failover drill d-1 is still running on this machine. This goal ends it, and it"
                + " then fails.");
    assertThat(
            RestoreMessages.watching(
                PEERING.group(), List.of("d-1", "d-2"), Duration.ofSeconds(45)))
        .isEqualTo(
            "Tags of the resource group 'ra-rg' record a failover drill of another machine (d-1,"
                + " d-2). Watching them for 45 s to see whether that drill is still running.");
  }
}
