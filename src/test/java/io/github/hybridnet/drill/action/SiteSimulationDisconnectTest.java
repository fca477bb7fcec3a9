package io.github.hybridnet.drill.action;

import static io.github.hybridnet.drill.action.DisconnectRig.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Azure's own test of a site failover. */
class SiteSimulationDisconnectTest {
  private static final Duration CALL = Duration.ofMinutes(5);

  private final DisconnectRig rig = new DisconnectRig();
  private final DisconnectAction disconnectAction = rig.lever(DisconnectMethod.SITE_SIMULATION);

  @Test
  void isStartedAndStopped() throws InterruptedException {
    connected("oslo-erc", "Oslo");
    assertThat(disconnectAction.refusals()).isEmpty();
    assertThat(disconnectAction.target()).isEqualTo(GATEWAY);
    disconnectAction.disconnect(CALL);
    assertThat(rig.drills.siteTests).containsExactly(GATEWAY.id() + "@Silicon Valley");
    assertThat(disconnectAction.isDisconnected()).isTrue();
    assertThat(rig.lever(DisconnectMethod.SITE_SIMULATION).restore(ResourceDefinition.NONE, CALL))
        .isTrue();
    assertThat(disconnectAction.restore(ResourceDefinition.NONE, CALL)).isFalse();
    assertThat(rig.drills.siteTests).isEmpty();
  }

  private void connected(String name, String location) {
    ResourceKey circuit = DisconnectRig.SCOPE.key(ResourceType.CIRCUIT, name);
    Map<String, Object> bought = Map.of("peeringLocation", location);
    rig.stand(circuit, Map.of("properties", Map.of("serviceProviderProperties", bought)));
    rig.stand(
        DisconnectRig.SCOPE.key(ResourceType.CONNECTION, name + "-cn"),
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
    DrillFinding oneSite =
        new DrillFinding(
            "HN5019",
            "Azure's site failover test needs ExpressRoute circuits in two peering"
                + " locations. The virtual network gateway 'ra-er-vgw' has circuits only in"
                + " 'Silicon Valley'.",
            "set hybridnet.failover.disconnect to peering or connection");
    assertThat(disconnectAction.refusals()).containsExactly(oneSite);
    connected("second-erc", "silicon valley");
    assertThat(disconnectAction.refusals()).containsExactly(oneSite);
    connected("oslo-erc", "Oslo");
    assertThat(disconnectAction.refusals()).isEmpty();
  }

  @Test
  void isRefusedWhileATestRuns() throws InterruptedException {
    rig.drills.startSiteTest(GATEWAY, "Silicon Valley", CallOptions.within(CALL));
    assertThat(disconnectAction.refusals())
        .containsExactly(
            new DrillFinding(
                "HN5019",
                "A site failover test of 'Silicon Valley' is already running on the virtual"
                    + " network gateway 'ra-er-vgw'.",
                "wait until the test ends, or stop it. If an earlier drill left it running, run"
                    + " hybridnet:restore"));
    assertThatThrownBy(() -> disconnectAction.disconnect(CALL))
        .isInstanceOf(DisconnectRefusedException.class);
    assertThat(disconnectAction.wasRefused()).isTrue();
  }

  @Test
  void isRefusedWithoutALocation() throws InterruptedException {
    rig.stand(DisconnectRig.CIRCUIT, Map.of("properties", Map.of()));
    assertThat(disconnectAction.refusals())
        .containsExactly(
            new DrillFinding(
                "HN5019",
                "Azure reports no peering location of the ExpressRoute circuit 'ra-erc', which"
                    + " a site failover test needs.",
                "set hybridnet.failover.disconnect to peering or connection"));
    assertThatThrownBy(() -> disconnectAction.restore(ResourceDefinition.NONE, CALL))
        .hasMessage("Azure reports no peering location of the ExpressRoute circuit 'ra-erc'");
  }

  @Test
  void saysWhatItDoesAndHowItIsUndone() throws InterruptedException {
    assertThat(disconnectAction.announcement().action())
        .isEqualTo(
            "Azure's site failover test of 'Silicon Valley' is started on the virtual"
                + " network gateway 'ra-er-vgw', and stopped.");
    assertThat(disconnectAction.announcement().undoCommands().get(0))
        .startsWith(
            "az rest --method post --url \""
                + GATEWAY.id()
                + "/stopSiteFailoverTest?api-version=2025-03-01\" --body '{")
        .contains("\"peeringLocation\": \"Silicon Valley\"", "\"wasSimulationSuccessful\": false");
    assertThat(disconnectAction.manualUndoCommands().get(0)).contains("<peering location>");
  }

  @Test
  void theUsualLeverTouchesOnlyWhatIsOurs() {
    ResourceKey theirs = new ResourceKey("other", "rg", ResourceType.CIRCUIT, "c");
    TargetCircuit others = new TargetCircuit(theirs, false, Optional.empty());
    TargetCircuit provided = new TargetCircuit(DisconnectRig.CIRCUIT, true, Optional.empty());
    assertThat(DisconnectActions.defaultMethod(DisconnectRig.target(), false))
        .isEqualTo(DisconnectMethod.PEERING);
    assertThat(DisconnectActions.defaultMethod(target(others), true))
        .isEqualTo(DisconnectMethod.CONNECTION);
    assertThat(DisconnectActions.defaultMethod(target(provided), false))
        .isEqualTo(DisconnectMethod.CONNECTION);
    assertThat(DisconnectActions.defaultMethod(target(provided), true))
        .isEqualTo(DisconnectMethod.PEERING);
  }

  private static DrillTarget target(TargetCircuit circuit) {
    return DisconnectRig.target(circuit, DisconnectRig.declaredConnection(null));
  }
}
