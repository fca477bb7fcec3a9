package io.github.hybridnet.failover.lever;

import static io.github.hybridnet.failover.LeverRig.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.LeverRig;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Azure's own test of a site failover. */
class SiteSimulationLeverTest {
  private static final Call CALL = Call.within(Duration.ofMinutes(5));

  private final LeverRig rig = new LeverRig();
  private final Lever lever = rig.lever(LeverKind.SITE_SIMULATION);

  @Test
  void isStartedAndStopped() throws InterruptedException {
    assertThat(lever.refusals()).isEmpty();
    assertThat(lever.target()).isEqualTo(GATEWAY);
    lever.pull(CALL);
    assertThat(rig.drills.siteTests).containsExactly(GATEWAY.id() + "@Silicon Valley");
    assertThat(lever.isPulled()).isTrue();
    assertThat(rig.lever(LeverKind.SITE_SIMULATION).undo(CALL)).isTrue();
    assertThat(lever.undo(CALL)).isFalse();
    assertThat(rig.drills.siteTests).isEmpty();
  }

  @Test
  void isRefusedWhileATestRuns() throws InterruptedException {
    rig.drills.startSiteTest(GATEWAY, "Silicon Valley", CALL);
    assertThat(lever.refusals())
        .containsExactly(
            new Finding(
                "HN5019",
                "A test of a site failover of Silicon Valley is running already at the virtual"
                    + " network gateway ra-er-vgw.",
                "wait for its end or stop it; if an earlier drill left it so, run"
                    + " hybridnet:restore"));
    assertThatThrownBy(() -> lever.pull(CALL)).isInstanceOf(LeverRefusedException.class);
    assertThat(lever.wasRefused()).isTrue();
  }

  @Test
  void isRefusedWithoutALocation() throws InterruptedException {
    rig.stand(LeverRig.CIRCUIT, Map.of("properties", Map.of()));
    assertThat(lever.refusals())
        .containsExactly(
            new Finding(
                "HN5019",
                "The ExpressRoute circuit ra-erc says no peering location, which the test of a site"
                    + " failover needs.",
                "set hybridnet.failover.lever to peering or connection"));
    assertThatThrownBy(() -> lever.undo(CALL))
        .hasMessage("The ExpressRoute circuit ra-erc says no peering location");
  }

  @Test
  void saysWhatItDoesAndHowItIsUndone() throws InterruptedException {
    assertThat(lever.announcement().lever())
        .isEqualTo(
            "Azure's test of a site failover of Silicon Valley is started at the virtual network"
                + " gateway ra-er-vgw, and stopped.");
    assertThat(lever.announcement().undo().get(0))
        .startsWith(
            "az rest --method post --url \""
                + GATEWAY.id()
                + "/stopSiteFailoverTest?api-version=2025-03-01\" --body '{")
        .contains("\"peeringLocation\": \"Silicon Valley\"", "\"wasSimulationSuccessful\": false");
    assertThat(lever.undoByHand().get(0)).contains("<peering location>");
  }

  @Test
  void theUsualLeverTouchesOnlyWhatIsOurs() {
    ResourceKey theirs = new ResourceKey("other", "rg", ResourceType.CIRCUIT, "c");
    assertThat(Levers.usual(LeverRig.target())).isEqualTo(LeverKind.PEERING);
    assertThat(
            Levers.usual(
                LeverRig.target(
                    new DrilledCircuit(theirs, false, Optional.empty()),
                    LeverRig.declaredConnection(null))))
        .isEqualTo(LeverKind.CONNECTION);
  }
}
