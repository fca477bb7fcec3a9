package io.github.hybridnet.drill.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether both paths are well. */
class HealthGatesTest extends GateAssertions {

  @Test
  void aBrokenGateway() throws InterruptedException {
    drill.state(HealthyDrill.VPN, "Failed");
    notMet(
        "vpn-gateway",
        "The virtual network gateway 'vpn-gw' is 'Failed'. It must be 'Succeeded'.",
        "run hybridnet:deploy-network. It writes each gateway again whose last change failed");
  }

  @Test
  void aGatewayThatMayNotBeRead() throws InterruptedException {
    refuse(HealthyDrill.ER);
    assertThat(drill.look().findings())
        .containsExactly(
            new DrillFinding(
                "HN5010",
                "The virtual network gateway 'er-gw' cannot be read: (AuthorizationFailed) it"
                    + " said AuthorizationFailed [request id req-1].",
                "give this identity the right to read the gateway"));
  }

  @Test
  void aMissingGateway() throws InterruptedException {
    drill.cloud.standing.remove(HealthyDrill.ER);
    notMet(
        "express-route-gateway",
        "The virtual network gateway 'er-gw' does not exist.",
        "run hybridnet:deploy-network");
  }

  @Test
  void aDeadTunnel() throws InterruptedException {
    drill.observe(HealthyDrill.VPN_CONNECTION, "connectionStatus", "NotConnected");
    settling(
        "vpn-connection",
        "The connection 'vpn-cn' is 'Succeeded' and 'NotConnected'. It must be"
            + " 'Succeeded' and 'Connected'.",
        "repair the VPN tunnel first (address of the device, shared key, IPsec policy)."
            + " Otherwise it cannot take over");
  }

  @Test
  void aBrokenExpressRouteConnection() throws InterruptedException {
    drill.state(HealthyDrill.ER_CONNECTION, "Failed");
    notMet(
        "express-route-connection",
        "The connection 'er-cn' is 'Failed' and 'Connected'. It must be 'Succeeded' and"
            + " 'Connected'.",
        "check the circuit with the connectivity provider. Without ExpressRoute there"
            + " is no failover to test");
  }

  @Test
  void aMissingConnection() throws InterruptedException {
    drill.cloud.standing.remove(HealthyDrill.VPN_CONNECTION);
    assertThat(of(drill.look(), "vpn-connection"))
        .isEqualTo(
            new GateResult(
                "vpn-connection",
                Status.NOT_MET,
                "The connection 'vpn-cn' does not exist.",
                "run hybridnet:deploy-network"));
  }

  @Test
  void aConnectionToAnotherCircuit() throws InterruptedException {
    String other = HealthyDrill.CIRCUIT.id() + "2";
    drill.connection(
        HealthyDrill.ER_CONNECTION, "ExpressRoute", Map.of("peer", Map.of("id", other)));
    notMet(
        "circuit-of-connection",
        "The connection 'er-cn' leads to the circuit '"
            + other
            + "', but in the parameter files it leads to the ExpressRoute circuit 'erc'.",
        "run hybridnet:plan to see the difference. Then run hybridnet:deploy-network,"
            + " or correct the circuit in the parameter file of the ExpressRoute gateway");
  }

  @ParameterizedTest
  @CsvSource({
    "circuitProvisioningState, Disabled, Disabled, Provisioned",
    "serviceProviderProvisioningState, Deprovisioning, Enabled, Deprovisioning"
  })
  void aCircuitThatIsNotReady(String fact, String state, String circuit, String provider)
      throws InterruptedException {
    drill.observe(HealthyDrill.CIRCUIT, fact, state);
    notMet(
        "circuit",
        "The ExpressRoute circuit 'erc' has the circuit status '"
            + circuit
            + "' and the provider status '"
            + provider
            + "'.",
        "wait until the circuit status is 'Enabled' and the provider status is"
            + " 'Provisioned'. hybridnet:create-circuit shows what is missing");
  }

  @Test
  void aPeeringThatADrillHasLeft() throws InterruptedException {
    drill.observe(HealthyDrill.PEERING, "state", "Disabled");
    notMet(
        "private-peering",
        "The private peering of the ExpressRoute circuit 'erc' is 'Disabled'. It must"
            + " be 'Enabled'.",
        "enable the peering. If an earlier drill left it disabled, run" + " hybridnet:restore");
    drill.observe(HealthyDrill.PEERING, "state", "Active");
    assertThat(drill.look().isMet()).isTrue();
    assertThat(of(drill.look(), "private-peering").text())
        .isEqualTo(
            "The private peering of the ExpressRoute circuit 'erc' is 'Active', a state that is not"
                + " known here. Routes show whether it works.");
    drill.cloud.standing.remove(HealthyDrill.PEERING);
    assertThat(only("private-peering").text())
        .isEqualTo("The private peering of the ExpressRoute circuit 'erc' does not exist.");
  }

  @Test
  void ourCircuitMustBeReadable() throws InterruptedException {
    refuse(HealthyDrill.CIRCUIT, HealthyDrill.PEERING);
    assertThat(drill.look().findings())
        .extracting(DrillFinding::text)
        .containsExactly(
            "The ExpressRoute circuit 'erc' cannot be read: (AuthorizationFailed) it said"
                + " AuthorizationFailed [request id req-1].",
            "The private peering of the ExpressRoute circuit 'erc' could not be read.");
  }

  @Test
  void somebodyElsesCircuitNeedNotBeReadable() throws InterruptedException {
    refuse(HealthyDrill.CIRCUIT, HealthyDrill.PEERING);
    PreflightReport report = drill.look(DisconnectMethod.CONNECTION, false);
    assertThat(report.isMet()).isTrue();
    assertThat(report.results())
        .filteredOn(r -> r.status() == Status.WARNING && !r.id().equals(SINGLE_HOMED))
        .extracting(GateResult::id)
        .containsExactly("readings", "circuit", "private-peering");
  }

  @ParameterizedTest
  @CsvSource({
    "VIRTUAL_NETWORK, vnet, virtual network 'vnet'",
    "LOCAL_NETWORK_GATEWAY, lgw, local network gateway 'lgw'",
    "CIRCUIT, erc, ExpressRoute circuit 'erc'"
  })
  void aRunningOperation(ResourceType type, String name, String told) throws InterruptedException {
    drill.state(HealthyDrill.key(type, name), "Updating");
    settling(
        "operations",
        "Resources are being changed: the " + told + " is 'Updating'.",
        "wait until the changes are complete, and run the goal again");
  }

  @Test
  void nothingStandsAtAll() throws InterruptedException {
    drill.cloud.standing.clear();
    drill.views.failure = FakeCloud.failure(Kind.REFUSED, "ResourceNotFound");
    PreflightReport report = drill.look();
    assertThat(report.findings())
        .extracting(DrillFinding::text)
        .contains(
            "The virtual network gateway 'er-gw' does not exist.",
            "The virtual network gateway 'vpn-gw' does not exist.",
            "The connection 'er-cn' does not exist.",
            "The connection 'vpn-cn' does not exist.",
            "The ExpressRoute circuit 'erc' does not exist.");
  }

  /** As on the first day, when nobody has deployed anything. */
  @Test
  void thatNothingStandsIsSaidOnceAndNotAsAMissingRight() throws InterruptedException {
    drill.cloud.standing.clear();
    drill.views.failure = FakeCloud.failure(Kind.REFUSED, "ResourceGroupNotFound");
    drill.drills.failure = FakeCloud.failure(Kind.REFUSED, "ResourceGroupNotFound");
    PreflightReport report = drill.look();
    assertThat(of(report, "readings"))
        .isEqualTo(
            new GateResult(
                "readings",
                Status.NOT_MET,
                "A gateway that does not exist cannot be read.",
                "run hybridnet:deploy-network"));
    for (String id : List.of("questions", "permissions", "locks")) {
      assertThat(of(report, id).text())
          .isEqualTo("Azure cannot check resources that do not exist.");
      assertThat(of(report, id).fix()).isEqualTo("run hybridnet:deploy-network");
    }
    assertThat(of(report, "questions").status()).isEqualTo(Status.NOT_MET);
    assertThat(of(report, "production").text())
        .isEqualTo("The resource group 'rg' does not exist or has no tags.");
    assertThat(of(report, "other-circuits").text())
        .isEqualTo("The ExpressRoute gateway has no other circuit.");
  }

  @Test
  void whatIsNotAnsweredForAnotherReasonIsSaidAlsoWhereSomethingIsMissing()
      throws InterruptedException {
    drill.cloud.standing.remove(HealthyDrill.VPN);
    drill.views.failure = FakeCloud.failure(Kind.BUSY, "TooManyRequests");
    drill.drills.failure = FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
    PreflightReport report = drill.look();
    assertThat(of(report, "readings").text()).contains("er-gw' cannot be read: (TooManyRequests)");
    assertThat(of(report, "questions").text()).contains("(AuthorizationFailed)");
  }

  @Test
  void aGatewayThatIsNotFoundAlthoughItStandsIsTold() throws InterruptedException {
    drill.views.failure = FakeCloud.failure(Kind.REFUSED, "ResourceNotFound");
    assertThat(of(drill.look(), "readings").text())
        .contains("The learned routes of the virtual network gateway 'er-gw' cannot be read:");
  }

  @Test
  void aConnectionThatMayNotBeRead() throws InterruptedException {
    refuse(HealthyDrill.VPN_CONNECTION);
    assertThat(drill.look().results())
        .filteredOn(r -> r.status() == Status.NOT_MET)
        .containsExactly(
            new GateResult(
                "readings",
                Status.NOT_MET,
                "The connection 'vpn-cn' cannot be read: (AuthorizationFailed) it said"
                    + " AuthorizationFailed [request id req-1].",
                "give this identity the right to read them, or try again. The role Reader does"
                    + " not have the actions getLearnedRoutes and getBgpPeerStatus"),
            new GateResult(
                "vpn-connection",
                Status.NOT_MET,
                "The connection 'vpn-cn' could not be read, so it is not known whether it is"
                    + " 'Connected'.",
                "give this identity the right to read the connection, or try again"));
  }

  @Test
  void aCircuitThatIsGoneIsNobodys() throws InterruptedException {
    drill.cloud.standing.remove(HealthyDrill.CIRCUIT);
    assertThat(of(drill.look(DisconnectMethod.CONNECTION, false), "circuit"))
        .isEqualTo(
            new GateResult(
                "circuit",
                Status.NOT_MET,
                "The ExpressRoute circuit 'erc' does not exist.",
                "run hybridnet:create-circuit"));
  }

  /** Healthy connections of ExpressRoute have been seen without a status. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Unknown", "UNKNOWN", "unknown", "", "Degraded"})
  void anExpressRouteConnectionWithoutAStatus(String status) throws InterruptedException {
    drill.observe(HealthyDrill.ER_CONNECTION, "connectionStatus", status);
    assertThat(drill.look().isMet()).isTrue();
    assertThat(of(drill.look(), "express-route-connection").text())
        .isEqualTo(
            "The connection 'er-cn' is 'Succeeded', and Azure does not report whether it is"
                + " 'Connected'. Its BGP sessions are up.");
  }

  /** Neither the connection nor its peers say whether it is up, but routes are learned over it. */
  @ParameterizedTest
  @ValueSource(strings = {"Unknown", "Established", ""})
  void anExpressRouteConnectionOfWhichOnlyRoutesTell(String peers) throws InterruptedException {
    drill.observe(HealthyDrill.ER_CONNECTION, "connectionStatus", "Unknown");
    drill.views.peers.put(
        HealthyDrill.ER,
        peers.isEmpty()
            ? java.util.List.of()
            : java.util.List.of(new BgpPeer("10.0.255.228", 12076, peers, 1)));
    assertThat(drill.look().isMet()).isTrue();
    assertThat(of(drill.look(), "express-route-connection").text())
        .endsWith("Azure does not report whether it is 'Connected'. Routes are learned over it.");
    drill.views.routes.put(HealthyDrill.ER, java.util.List.of());
    assertThat(drill.look().isMet()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"connected", "CONNECTED"})
  void aStatusInAnyCaseOfLetters(String status) throws InterruptedException {
    drill.observe(HealthyDrill.ER_CONNECTION, "connectionStatus", status);
    drill.observe(HealthyDrill.VPN_CONNECTION, "connectionStatus", status);
    assertThat(drill.look().isMet()).isTrue();
  }

  @Test
  void aPeeringThatTheProviderManages() throws InterruptedException {
    for (String customer : new String[] {"Customer", "customer", ""}) {
      modifiedBy(customer);
      assertThat(drill.look().isMet()).isTrue();
    }
    modifiedBy("ServiceProvider");
    notMet(
        "peering-owner",
        "The private peering of the ExpressRoute circuit 'erc' was last modified by"
            + " 'ServiceProvider', and not by 'Customer'. The provider may manage it, and may"
            + " refuse or undo the change.",
        "set hybridnet.failover.disconnect=connection, which does not change the peering. If the"
            + " peering is yours, set hybridnet.failover.override=peering-owner");
  }

  private void modifiedBy(String owner) {
    drill.observe(
        HealthyDrill.CIRCUIT,
        "peerings",
        java.util.List.of(
            Map.of(
                "peeringType",
                "AzurePrivatePeering",
                "state",
                "Enabled",
                "lastModifiedBy",
                owner)));
  }
}
