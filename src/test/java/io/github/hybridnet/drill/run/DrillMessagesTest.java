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
        .isEqualTo("Disconnecting ExpressRoute: site-simulation");
    assertThat(DrillMessages.hold(Duration.ofMinutes(2)))
        .isEqualTo("Keeping the network on the VPN for 2m");
  }

  @Test
  void failuresSayWhatHappenedAndWhatToDo() {
    assertThat(DrillMessages.stopped())
        .isEqualTo(
            new DrillFinding(
                "HN5023",
                "The drill was stopped before its end.",
                "Run the drill again and let it finish"));
    assertThat(DrillMessages.drillTimedOut(Duration.ofMinutes(5)))
        .isEqualTo(
            new DrillFinding(
                "HN5025",
                "The drill had not finished 5m after ExpressRoute was disconnected, the longest"
                    + " time that is allowed.",
                "Set hybridnet.failover.maxDuration to more than the failover and"
                    + " hybridnet.failover.hold take together"));
    assertThat(DrillMessages.notReached(List.of("web (no answer)"), "9 probes, of which 9 failed"))
        .isEqualTo(
            new DrillFinding(
                "HN5027",
                "Not reached before the drill changed anything: web (no answer) (9 probes, of"
                    + " which 9 failed).",
                "Probe what answers over ExpressRoute today: hybridnet.failover.probes"));
    assertThat(DrillMessages.notCarryingAgain(Duration.ofMinutes(10), "No route is learned."))
        .isEqualTo(
            new DrillFinding(
                "HN5039",
                "ExpressRoute is defined as before, but does not carry the traffic again after"
                    + " 10m: No route is learned.",
                "Check the circuit's peering, its BGP sessions and the provider; hybridnet:status"
                    + " shows what the gateways have learned"));
  }
}
