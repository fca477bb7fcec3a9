package io.github.hybridnet.failover.lever;

import static io.github.hybridnet.failover.LeverRig.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.DrillTarget;
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
    connected("oslo-erc", "Oslo");
    assertThat(lever.refusals()).isEmpty();
    assertThat(lever.target()).isEqualTo(GATEWAY);
    lever.pull(CALL);
    assertThat(rig.drills.siteTests).containsExactly(GATEWAY.id() + "@Silicon Valley");
    assertThat(lever.isPulled()).isTrue();
    assertThat(rig.lever(LeverKind.SITE_SIMULATION).undo(CALL)).isTrue();
    assertThat(lever.undo(CALL)).isFalse();
    assertThat(rig.drills.siteTests).isEmpty();
  }

  private void connected(String name, String location) {
    ResourceKey circuit = LeverRig.SCOPE.key(ResourceType.CIRCUIT, name);
    Map<String, Object> bought = Map.of("peeringLocation", location);
    rig.stand(circuit, Map.of("properties", Map.of("serviceProviderProperties", bought)));
    rig.stand(
        LeverRig.SCOPE.key(ResourceType.CONNECTION, name + "-cn"),
        Map.of(
            "properties",
            Map.of(
                "virtualNetworkGateway1",
                Map.of("id", GATEWAY.id()),
                "peer",
                Map.of("id", circuit.id()))));
  }

  /** Azure's test is made for two sites; with one it could never pass. */
  @Test
  void isRefusedWhereAllCircuitsAreInOneLocation() throws InterruptedException {
    Finding oneSite =
        new Finding(
            "HN5019",
            "Azure's test of a site failover needs ExpressRoute circuits in two peering locations,"
                + " and the virtual network gateway ra-er-vgw has circuits in Silicon Valley only.",
            "set hybridnet.failover.disconnect to peering or connection");
    assertThat(lever.refusals()).containsExactly(oneSite);
    connected("second-erc", "silicon valley");
    assertThat(lever.refusals()).containsExactly(oneSite);
    connected("oslo-erc", "Oslo");
    assertThat(lever.refusals()).isEmpty();
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
                "set hybridnet.failover.disconnect to peering or connection"));
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
    DrilledCircuit others = new DrilledCircuit(theirs, false, Optional.empty());
    DrilledCircuit provided = new DrilledCircuit(LeverRig.CIRCUIT, true, Optional.empty());
    assertThat(Levers.usual(LeverRig.target(), false)).isEqualTo(LeverKind.PEERING);
    assertThat(Levers.usual(target(others), true)).isEqualTo(LeverKind.CONNECTION);
    assertThat(Levers.usual(target(provided), false)).isEqualTo(LeverKind.CONNECTION);
    assertThat(Levers.usual(target(provided), true)).isEqualTo(LeverKind.PEERING);
  }

  private static DrillTarget target(DrilledCircuit circuit) {
    return LeverRig.target(circuit, LeverRig.declaredConnection(null));
  }
}
