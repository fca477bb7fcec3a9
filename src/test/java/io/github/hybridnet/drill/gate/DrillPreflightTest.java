package io.github.hybridnet.drill.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.path.PathProof;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All gates together, and what the user may say of them. */
class DrillPreflightTest extends GateAssertions {

  @ParameterizedTest
  @EnumSource(DisconnectMethod.class)
  void aHealthyNetworkMayBeDrilled(DisconnectMethod lever) throws InterruptedException {
    PreflightReport report = drill.look(lever, true);
    assertThat(report.isMet()).isTrue();
    assertThat(report.findings()).isEmpty();
    assertThat(report.results())
        .extracting(GateResult::id)
        .containsExactlyElementsOf(DrillPreflight.ids());
    assertThat(report.results())
        .filteredOn(r -> r.status() != Status.MET)
        .containsExactly(
            new GateResult(
                SINGLE_HOMED,
                Status.WARNING,
                "ExpressRoute is one circuit in one place. Microsoft advises against a VPN as the"
                    + " only backup of traffic that needs low latency or high bandwidth.",
                "for such traffic, add a second circuit in another peering location"));
    assertThat(PathProof.onExpressRoute(report.reading()).holds()).isTrue();
  }

  @Test
  void saysWhatItFound() throws InterruptedException {
    assertThat(drill.look().results())
        .extracting(GateResult::text)
        .contains(
            "Both paths can be read.",
            "No operation is running.",
            "The virtual network gateway 'er-gw' is 'Succeeded'.",
            "The connection 'vpn-cn' is 'Succeeded' and 'Connected'.",
            "The ExpressRoute connection leads to the ExpressRoute circuit 'erc'.",
            "The ExpressRoute circuit 'erc' has the circuit status 'Enabled' and the provider"
                + " status 'Provisioned'.",
            "The private peering of the ExpressRoute circuit 'erc' is 'Enabled'.",
            "ExpressRoute carries 192.168.0.0/16.",
            "The VPN covers all prefixes that ExpressRoute carries, by 192.168.0.0/16.",
            "No prefix of the VPN is more specific than those of ExpressRoute.",
            "The ExpressRoute gateway has no other circuit.",
            "This identity may disconnect and restore ExpressRoute, and write the tags of the"
                + " drill.",
            "No management lock prevents the drill.",
            "The resource group 'rg' is not tagged as production.",
            "The VPN connection has counted bytes in both directions.",
            "Both edge routers are connected.");
  }

  @Test
  void everyProblemIsTold() throws InterruptedException {
    drill.observe(HealthyDrill.VPN_CONNECTION, "connectionStatus", "NotConnected");
    drill.state(HealthyDrill.NETWORK, "Deleting");
    drill.device("192.168.0.0/24");
    drill.drills.tags.put("env", "prod");
    PreflightReport report = drill.look();
    assertThat(report.isMet()).isFalse();
    assertThat(report.findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5014", "HN5010", "HN5012", "HN5012", "HN5013");
  }

  @Test
  void theUserMayGoOnAllTheSame() throws InterruptedException {
    drill.observe(HealthyDrill.VPN_CONNECTION, "connectionStatus", "NotConnected");
    PreflightReport report = drill.look("VPN-Connection");
    assertThat(report.isMet()).isTrue();
    assertThat(of(report, "vpn-connection").status()).isEqualTo(Status.OVERRIDDEN);
    assertThat(of(report, "vpn-connection").text())
        .isEqualTo(
            "The connection 'vpn-cn' is 'Succeeded' and 'NotConnected'. It must be"
                + " 'Succeeded' and 'Connected'.");
  }

  @Test
  void notWhereNothingCouldBePutBack() throws InterruptedException {
    drill.drills.forbidden.put(HealthyDrill.PEERING, List.of("x/write"));
    drill.drills.locks.put(
        HealthyDrill.PEERING,
        List.of(new ManagementLock("l", "ReadOnly", HealthyDrill.PEERING.id())));
    drill.drills.tags.put("env", "prod");
    PreflightReport report = drill.look("permissions", "locks", "production");
    assertThat(report.findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5011", "HN5011", "HN5013");
    assertThat(report.findings())
        .allMatch(drillFinding -> drillFinding.text().endsWith(" This gate cannot be overridden."));
    assertThat(DrillPreflight.overridable())
        .doesNotContain("permissions", "locks", "sign-in", "questions", "production")
        .contains("vpn-connection", "coverage")
        .hasSize(DrillPreflight.ids().size() - 5);
  }

  @Test
  void noSecretIsTold() throws InterruptedException {
    assertThat(drill.look().toString()).doesNotContain(HealthyDrill.KEY);
  }

  @Test
  void whatHoldsNeedsNoOverride() throws InterruptedException {
    assertThat(of(drill.look("vpn-connection", "permissions"), "vpn-connection").status())
        .isEqualTo(Status.MET);
    assertThat(drill.look("permissions").results()).noneMatch(r -> r.text().contains("overridden"));
  }
}
