package io.github.hybridnet.drill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole sentences that a drill says, where no other test asserts them. */
class DrillMessagesTest {
  @Test
  void stepsSayWhatIsBeingDone() {
    assertThat(DrillMessages.baseline(Duration.ofSeconds(10)))
        .isEqualTo("Probing over ExpressRoute for 10 s");
    assertThat(DrillMessages.disconnecting(DisconnectMethod.SITE_SIMULATION))
        .isEqualTo("Disconnecting ExpressRoute with the method 'site-simulation'");
    assertThat(DrillMessages.hold(Duration.ofMinutes(2)))
        .isEqualTo("Keeping the network on the VPN for 2m");
  }

  @Test
  void failuresSayWhatHappenedAndWhatToDo() {
    assertThat(DrillMessages.stopped())
        .isEqualTo(
            new DrillFinding(
                "HN5023",
                "The drill was stopped before its end, for example by Ctrl-C or a cancelled"
                    + " job.",
                "run the drill again and let it finish"));
    assertThat(DrillMessages.drillTimedOut(Duration.ofMinutes(5)))
        .isEqualTo(
            new DrillFinding(
                "HN5025",
                "The drill did not finish within hybridnet.failover.maxDuration (5m after"
                    + " ExpressRoute was disconnected), so it was ended.",
                "set hybridnet.failover.maxDuration to more than the failover and"
                    + " hybridnet.failover.hold take together"));
    assertThat(DrillMessages.notReached(List.of("web (no answer)"), "9 probes, of which 9 failed"))
        .isEqualTo(
            new DrillFinding(
                "HN5027",
                "These targets were not reached over ExpressRoute before the drill changed"
                    + " anything: web (no answer) (9 probes, of which 9 failed).",
                "name only targets in hybridnet.failover.probes that answer over ExpressRoute"
                    + " today"));
    assertThat(DrillMessages.notCarryingAgain(Duration.ofMinutes(10), "No route is learned."))
        .isEqualTo(
            new DrillFinding(
                "HN5039",
                "ExpressRoute still does not carry the traffic as before, 10m after its"
                    + " configuration was restored: No route is learned.",
                "nothing is left to restore. Check the circuit's private peering and its BGP"
                    + " sessions, and ask the connectivity provider. hybridnet:status shows the"
                    + " routes that the gateways have learned"));
  }

  @Test
  void waitsSayForWhat() {
    assertThat(DrillMessages.settling(Duration.ofMinutes(1), List.of("circuit: It is Updating.")))
        .isEqualTo("Waiting up to 1m for states that are still changing: circuit: It is Updating.");
    assertThat(DrillMessages.stillWaiting(Duration.ofMinutes(9), "No route is learned."))
        .isEqualTo("Still waiting, at most 9m more: No route is learned.");
  }

  @Test
  void aFailoverThatDidNotHappen() {
    assertThat(DrillMessages.noFailover(Duration.ofMinutes(2), "No route is learned."))
        .isEqualTo(
            new DrillFinding(
                "HN5020",
                "The VPN did not take over within 2m: No route is learned.",
                "check the VPN connection, and which routes the on-premises device announces. The"
                    + " timeline shows when each target was reached"));
    assertThat(DrillMessages.notDisconnected("1 prefix is learned."))
        .isEqualTo(
            new DrillFinding(
                "HN5021",
                "ExpressRoute stayed in use, so no failover was tested: 1 prefix is learned.",
                "find out which circuit or connection carries the traffic, or set"
                    + " hybridnet.failover.disconnect to another method"));
    assertThat(DrillMessages.notCarriedByVpn("The VPN connection is down."))
        .isEqualTo(
            new DrillFinding(
                "HN5024",
                "The drill could not prove that the VPN carried the traffic during the hold: The"
                    + " VPN connection is down.",
                "find out why the VPN lost traffic: check the VPN connection and the on-premises"
                    + " device. Then run the drill again"));
  }
}
