package io.github.hybridnet.drill.gate;

import static io.github.hybridnet.drill.gate.HealthyDrill.overExpressRoute;
import static io.github.hybridnet.drill.gate.HealthyDrill.overVpn;
import static io.github.hybridnet.drill.gate.HealthyDrill.own;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the VPN would take over what ExpressRoute carries. */
class TakeoverGatesTest extends GateAssertions {

  @Test
  void nothingToDrill() throws InterruptedException {
    drill.views.routes.put(HealthyDrill.ER, List.of(own("10.0.0.0/16")));
    PreflightReport report = drill.look();
    assertThat(report.findings())
        .containsExactly(
            new DrillFinding(
                "HN5012",
                "The virtual network gateway 'er-gw' has learned no prefix over ExpressRoute,"
                    + " so there is nothing to fail over.",
                "have the on-premises side announce its prefixes over the circuit"));
    assertThat(of(report, "coverage").status()).isEqualTo(Status.WARNING);
  }

  @Test
  void aPrefixThatTheVpnDoesNotCover() throws InterruptedException {
    drill.views.routes.put(
        HealthyDrill.ER,
        List.of(
            overExpressRoute("192.168.0.0/16", "10.0.255.228"),
            overExpressRoute("172.16.0.0/12", "10.0.255.228"),
            overExpressRoute("2001:db8::/32", "10.0.255.228")));
    drill.device("192.168.0.0/16", "172.16.0.0/13");
    PreflightReport report = drill.look();
    assertThat(of(report, "coverage"))
        .isEqualTo(
            new GateResult(
                "coverage",
                Status.NOT_MET,
                "The VPN does not lead to 172.16.0.0/12 (of it 172.24.0.0/13), 2001:db8::/32,"
                    + " which ExpressRoute carries, so that traffic would be lost. The VPN leads to"
                    + " 172.16.0.0/13, 192.168.0.0/16.",
                "have the on-premises device announce these prefixes through the tunnel."
                    + " Without BGP, add them to the address prefixes of the local network gateway"
                    + " 'lgw'"));
    assertThat(report.findings()).extracting(DrillFinding::code).containsOnly("HN5012");
  }

  /** They cover, but win over ExpressRoute. */
  @Test
  void moreSpecificPrefixesOfTheVpn() throws InterruptedException {
    drill.device("192.168.0.0/17", "192.168.128.0/17");
    notMet(
        "more-specific",
        "The VPN always carries the traffic for 192.168.0.0/17, 192.168.128.0/17,"
            + " although ExpressRoute leads there too, because the longest prefix is used"
            + " first.",
        "have the on-premises side announce the same prefixes over ExpressRoute, or"
            + " shorter ones through the tunnel");
  }

  @Test
  void withBgpWhatIsLearnedCounts() throws InterruptedException {
    drill.bgp(overVpn("192.168.0.0/16", "169.254.21.5"));
    assertThat(drill.look().isMet()).isTrue();
    drill.bgp(overVpn("192.168.3.0/24", "169.254.21.5"));
    assertThat(drill.look().results())
        .filteredOn(r -> r.status() == Status.NOT_MET)
        .extracting(GateResult::id)
        .containsExactly("coverage", "more-specific");
  }

  /** The gateway needs a route to the device itself; it wins always, and that is right. */
  @Test
  void theDevicesOwnAddressGoesThroughTheTunnel() throws InterruptedException {
    drill.views.routes.put(HealthyDrill.ER, List.of(overExpressRoute("0.0.0.0/0", "10.0.255.228")));
    drill.bgp(overVpn("0.0.0.0/0", "169.254.21.5"), overVpn("169.254.21.5/32", "169.254.21.5"));
    assertThat(drill.look().isMet()).isTrue();
  }

  @Test
  void anotherCircuitWouldTakeOver() throws InterruptedException {
    ResourceKey other = HealthyDrill.key(ResourceType.CONNECTION, "er-cn-2");
    drill.connection(other, "ExpressRoute", Map.of("peer", Map.of("id", "/somewhere/else")));
    PreflightReport report = drill.look();
    assertThat(report.findings())
        .containsExactly(
            new DrillFinding(
                "HN5012",
                "The virtual network gateway 'er-gw' also has the connection 'er-cn-2' to the"
                    + " circuit '/somewhere/else'. That circuit would take over, and the drill"
                    + " would prove nothing about the VPN.",
                "remove that connection for the drill. Or set"
                    + " hybridnet.failover.override=other-circuits to test whether that circuit"
                    + " takes over"));
    assertThat(of(report, SINGLE_HOMED).status()).isEqualTo(Status.MET);
  }

  @Test
  void routesThatMayNotBeRead() throws InterruptedException {
    drill.views.failure = FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
    PreflightReport report = drill.look();
    assertThat(report.findings())
        .singleElement()
        .satisfies(
            drillFinding -> {
              assertThat(drillFinding.code()).isEqualTo("HN5014");
              assertThat(drillFinding.text())
                  .startsWith(
                      "The BGP peers of the virtual network gateway 'er-gw' cannot be read:"
                          + " (AuthorizationFailed) it said AuthorizationFailed [request id req-1]."
                          + " The BGP peers of the virtual network gateway 'vpn-gw'");
              assertThat(drillFinding.fix())
                  .isEqualTo(
                      "give this identity the right to read them, or try again. The role Reader"
                          + " does not have the actions getLearnedRoutes and getBgpPeerStatus");
            });
    assertThat(report.results())
        .filteredOn(r -> r.status() == Status.WARNING)
        .extracting(GateResult::text)
        .contains(
            "It is not known which prefixes ExpressRoute carries, because the learned"
                + " routes could not be read.",
            "It cannot be checked whether the VPN covers the prefixes of ExpressRoute, because they"
                + " are not known.",
            "It is not known whether both links of the circuit are up: the states of the"
                + " ExpressRoute gateway's BGP peers are not known.");
  }

  @Test
  void aTunnelThatHasNeverCarriedAnswers() throws InterruptedException {
    drill.observe(HealthyDrill.VPN_CONNECTION, "ingressBytesTransferred", 0L);
    warning(
        "both-directions",
        "Azure does not show that the on-premises side answers through the tunnel: no"
            + " BGP session is up in it, and the VPN connection counted 0 bytes in and 2000"
            + " bytes out.",
        "make sure that the on-premises side routes the virtual network into the tunnel"
            + " when ExpressRoute is down. Only probes can prove it");
  }

  @Test
  void oneLinkOfTheCircuitIsDown() throws InterruptedException {
    drill.views.peers.put(
        HealthyDrill.ER,
        List.of(
            new BgpPeer("10.0.255.228", 12076, "Connected", 1),
            new BgpPeer("10.0.255.229", 12076, "Connecting", 0)));
    warning(
        "both-links",
        "Only one of the circuit's two edge routers is connected.",
        "ask the connectivity provider to repair the missing link. A circuit has two");
  }

  @Test
  void microsoftPeeringIsNotTakenOver() throws InterruptedException {
    drill.observe(
        HealthyDrill.CIRCUIT,
        "peerings",
        List.of(
            HealthyDrill.peering("AzurePrivatePeering", "Enabled"),
            HealthyDrill.peering("MicrosoftPeering", "Enabled")));
    warning(
        "microsoft-peering",
        "The circuit also has an enabled Microsoft peering, which the VPN does not take over.",
        "make sure that the VPN device reaches the gateway's public address over the"
            + " internet, and not over this peering");
  }

  @Test
  void anotherAsnMattersToTransitOnly() throws InterruptedException {
    drill.bgp(overVpn("192.168.0.0/16", "169.254.21.5"));
    drill.gateway(
        HealthyDrill.VPN, Map.of("enableBgp", true, "bgpSettings", Map.of("asn", 65010L)));
    warning(
        "transit-asn",
        "The VPN gateway has the ASN 65010. Branches behind the VPN and sites behind"
            + " ExpressRoute can reach each other through Azure only with the ASN 65515.",
        "if the network needs such transit, set the ASN to 65515 and reset the gateway");
  }

  @Test
  void aSiteWithTwoLocationsIsNotSingleHomed() throws InterruptedException {
    drill.gateway(HealthyDrill.ER, Map.of("resiliencyModel", "MultiHomed"));
    assertThat(of(drill.look(), SINGLE_HOMED).status()).isEqualTo(Status.MET);
  }

  @Test
  void aTunnelThroughWhichNothingHasGoneOut() throws InterruptedException {
    drill.observe(HealthyDrill.VPN_CONNECTION, "egressBytesTransferred", 0L);
    assertThat(only("both-directions").text()).endsWith("1000 bytes in and 0 bytes out.");
  }

  @Test
  void withoutBgpAnAsnDoesNotMatter() throws InterruptedException {
    drill.gateway(HealthyDrill.VPN, Map.of("bgpSettings", Map.of("asn", 65010L)));
    assertThat(of(drill.look(), "transit-asn").status()).isEqualTo(Status.MET);
  }

  @Test
  void aDisabledMicrosoftPeeringDoesNotMatter() throws InterruptedException {
    drill.observe(
        HealthyDrill.CIRCUIT,
        "peerings",
        List.of(
            HealthyDrill.peering("AzurePrivatePeering", "Enabled"),
            HealthyDrill.peering("MicrosoftPeering", "Disabled")));
    assertThat(of(drill.look(), "microsoft-peering").status()).isEqualTo(Status.MET);
  }

  @Test
  void aDeviceThatMayNotBeReadLeavesTheCoverageOpen() throws InterruptedException {
    refuse(HealthyDrill.DEVICE);
    PreflightReport report = drill.look();
    assertThat(of(report, "coverage").status()).isEqualTo(Status.WARNING);
    assertThat(of(report, "readings").status()).isEqualTo(Status.NOT_MET);
  }
}
