package io.github.hybridnet.drill.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Each whole sentence about the records of drills, where no other test asserts it. */
class DrillLeaseProblemsTest {
  private static final ResourceKey PEERING =
      new ResourceKey("sub", "ra-rg", ResourceType.PEERING, "ra-erc/AzurePrivatePeering");
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
  private static final String UNKNOWN_DRILL =
      "ExpressRoute may be disconnected by a failover drill that this machine did not run: the"
          + " tags 'hybridnet-drill-d-1' and 'hybridnet-drill-d-1-target' of the resource group"
          + " 'ra-rg' say that a drill on 'agent-7' disconnected the circuit peering"
          + " 'ra-erc/AzurePrivatePeering' in resource group 'ra-rg'.";

  @Test
  void recordsThatCannotBeRead() {
    String record =
        "ExpressRoute may be disconnected by a failover drill whose record cannot be read. The"
            + " resource group 'ra-rg' has the tag 'hybridnet-drill-d-1', with which this plugin"
            + " records a drill. ";
    String restore =
        "run hybridnet:status. If ExpressRoute is disconnected and no build runs that drill any"
            + " more, restore ExpressRoute ";
    String remove =
        ". Only when ExpressRoute is connected and no drill is running, remove the tags of the"
            + " drill (az group update --subscription "
            + PEERING.subscriptionId()
            + " --name ra-rg --remove tags.hybridnet-drill-d-1 --remove"
            + " tags.hybridnet-drill-d-1-target)";
    assertThat(DrillLeaseProblems.notUnderstood(PEERING.group(), "d-1", "2 odd"))
        .isEqualTo(
            new DrillFinding(
                "HN5042",
                record
                    + "Another version of the plugin wrote it, in format 2: '2 odd'. That drill may"
                    + " still be running. It was left as it is.",
                restore
                    + "with the version of the plugin that ran the drill (mvn"
                    + " io.github.hybridnet:hybridnet-maven-plugin:VERSION:restore), or without"
                    + " that version by hand"
                    + remove));
    assertThat(DrillLeaseProblems.notUnderstood(PEERING.group(), "d-1", "1 cut"))
        .isEqualTo(
            new DrillFinding(
                "HN5042",
                record
                    + "Its value is damaged: '1 cut'. That drill may still be running. It was left"
                    + " as it is.",
                restore + "by hand" + remove));
    assertThat(DrillLeaseProblems.fileNotUnderstood(Path.of("drills", "d-1")))
        .isEqualTo(
            new DrillFinding(
                "HN5045",
                "ExpressRoute may be disconnected by a failover drill whose record cannot be read."
                    + " The file '"
                    + Path.of("drills", "d-1")
                    + "', in which this plugin records a drill, is damaged, or another version of"
                    + " the plugin wrote it.",
                "if another version of the plugin wrote it, run that version: mvn"
                    + " io.github.hybridnet:hybridnet-maven-plugin:VERSION:restore. If the resource"
                    + " group still has the drill's tags, run hybridnet:restore on another machine."
                    + " Otherwise check with hybridnet:status whether ExpressRoute is disconnected,"
                    + " restore it by hand, and delete the file"));
    assertThat(DrillLeaseProblems.filesNotReadable(Path.of("drills"), new IOException("no")).fix())
        .isEqualTo(
            "make 'drills' readable, or set hybridnet.journalDirectory to the directory with the"
                + " records, and run hybridnet:restore");
  }

  @Test
  void drillsOfSomebodyElse() {
    assertThat(DrillLeaseProblems.notOurs(RECORD))
        .isEqualTo(
            new DrillFinding(
                "HN5070",
                UNKNOWN_DRILL
                    + " The parameter files do not contain that resource. Anybody who may write"
                    + " tags can have written these, so nothing was changed.",
                "if the drill is yours, run hybridnet:restore with the parameter files of the"
                    + " drill, or on 'agent-7'. If it is not yours, find out who wrote the tags,"
                    + " and remove them"));
    assertThat(DrillLeaseProblems.notSigned(RECORD))
        .isEqualTo(
            new DrillFinding(
                "HN5071",
                UNKNOWN_DRILL
                    + " The tags are not signed with the secret that is configured here, so"
                    + " nothing was changed.",
                "if the drill is yours, run hybridnet:restore on 'agent-7', or with the secret of"
                    + " the drill. If it is not yours, find out who wrote the tags, and remove"
                    + " them"));
  }
}
