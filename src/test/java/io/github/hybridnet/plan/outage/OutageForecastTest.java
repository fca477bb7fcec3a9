package io.github.hybridnet.plan.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.PathState;
import io.github.hybridnet.plan.PathStates;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.RouteSummary;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageForecastTest {

  private static List<String> texts(SamplePlans plans) {
    return OutageForecast.of(plans.plan()).stream().map(ExpectedOutage::text).toList();
  }

  @Test
  void nothingIsDownWhileNothingIsWritten() {
    assertThat(texts(SamplePlans.standing())).isEmpty();
  }

  @Test
  void nothingIsDownWhileEverythingIsNew() {
    SamplePlans nothing = SamplePlans.standing();
    List.of("ra-rg", "ra-vnet", "ra-vpn-vgw", "ra-vpn-cn", "ra-er-vgw", "ra-er-cn", "ra-lgw")
        .forEach(nothing::without);
    assertThat(texts(nothing)).isEmpty();
  }

  @Test
  void theVpnIsDownWhileItsGatewayIsReplaced() {
    Plan plan =
        SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "Basic").plan();
    List<ExpectedOutage> outages = OutageForecast.of(plan);
    assertThat(outages)
        .extracting(ExpectedOutage::text)
        .containsExactly(
            "The VPN connection 'ra-vpn-cn' is down from its removal until it is created again:"
                + " about 25 minutes (recorded: removal of the gateway 7 minutes, its creation 17"
                + " minutes, the connection 10 seconds; Microsoft says 45 minutes or more for a"
                + " gateway). ExpressRoute carries the traffic meanwhile. There is no VPN to fail"
                + " over to.");
    assertThat(outages.get(0).estimate()).isEqualTo(Duration.ofSeconds(10 + 436 + 1045 + 10));
    assertThat(outages.get(0).resources())
        .containsExactly(SamplePlans.SCOPE.key(ResourceType.CONNECTION, "ra-vpn-cn"));
  }

  @Test
  void theVpnCarriesTheTrafficWhileTheExpressRouteGatewayIsReplaced() {
    assertThat(
            texts(SamplePlans.standing().otherwise("ra-er-vgw", "properties.sku.name", "ErGw1AZ")))
        .containsExactly(
            "The ExpressRoute connection 'ra-er-cn' is down from its removal until it is created"
                + " again: about 25 minutes (recorded: removal of the gateway 7 minutes, its"
                + " creation 14 minutes, the connection 3 minutes; Microsoft says 45 minutes or"
                + " more for a gateway). The VPN must carry the traffic meanwhile. There is no"
                + " ExpressRoute to fall back to.");
  }

  @Test
  void nothingConnectsTheNetworkWhileItsGatewaySubnetChanges() {
    List<Map<String, Object>> subnets =
        List.of(
            Map.of(
                "name", "GatewaySubnet", "properties", Map.of("addressPrefix", "10.0.255.248/29")));
    assertThat(texts(SamplePlans.standing().otherwise("ra-vnet", "properties.subnets", subnets)))
        .hasSize(3)
        .anyMatch(t -> t.startsWith("The ExpressRoute connection 'ra-er-cn' is down"))
        .anyMatch(t -> t.endsWith("The ExpressRoute connection is down as well."))
        .contains(
            "This change interrupts all traffic between the virtual network and the on-premises"
                + " network: meanwhile neither ExpressRoute nor the VPN carries it.");
  }

  @Test
  void withoutTheOtherWayNothingCarriesTheTraffic() {
    assertThat(
            texts(
                SamplePlans.standing()
                    .without("ra-er-cn")
                    .otherwise("ra-vpn-vgw", "properties.sku.name", "Basic")))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("No ExpressRoute connection exists: nothing carries the traffic meanwhile.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CARRIES | CARRIES | ExpressRoute carries the traffic meanwhile |",
        "CARRIES | DOWN    | ExpressRoute carries the traffic meanwhile |",
        "DOWN    | CARRIES | The ExpressRoute connection is down now | This change interrupts all",
        "DOWN    | UNKNOWN | The ExpressRoute connection is down now | This change interrupts all",
        "UNKNOWN | CARRIES | Azure did not report whether ExpressRoute | This change may interrupt"
            + " all",
        "NONE    | CARRIES | No ExpressRoute connection exists | This change interrupts all",
        "DOWN    | DOWN    | The ExpressRoute connection is down now | No traffic passes between",
        "NONE    | DOWN    | No ExpressRoute connection exists | No traffic passes between",
      })
  void theOtherWayIsToldByItsState(
      PathState expressRoute, PathState vpn, String text, @Nullable String first) {
    SamplePlans plans =
        SamplePlans.standing()
            .otherwise("ra-vpn-vgw", "properties.sku.name", "Basic")
            .paths(expressRoute, vpn);
    List<String> texts = texts(plans);
    assertThat(texts.get(texts.size() - 1)).contains(text);
    assertThat(TotalOutage.of(plans.plan()).isPresent()).isEqualTo(first != null);
    if (first != null) {
      assertThat(texts.get(0)).startsWith(first);
    }
  }

  @Test
  void theVpnIsNoHelpWhileItIsDown() {
    List<String> texts =
        texts(
            SamplePlans.standing()
                .otherwise("ra-er-vgw", "properties.sku.name", "ErGw1AZ")
                .paths(PathState.CARRIES, PathState.DOWN));
    assertThat(texts.get(0)).startsWith("This change interrupts all traffic");
    assertThat(texts.get(1))
        .endsWith("The VPN connection is down now: nothing carries the traffic meanwhile.");
  }

  @Test
  void aTunnelThatIsDownAnywayMayBeMended() {
    SamplePlans mended =
        SamplePlans.standing().otherwise("ra-lgw", "properties.gatewayIpAddress", "1.2.3.4");
    assertThat(TotalOutage.of(mended.paths(PathState.DOWN, PathState.CARRIES).plan())).isPresent();
    assertThat(TotalOutage.of(mended.paths(PathState.DOWN, PathState.UNKNOWN).plan())).isPresent();
    assertThat(TotalOutage.of(mended.paths(PathState.DOWN, PathState.DOWN).plan())).isEmpty();
    assertThat(TotalOutage.of(mended.paths(PathState.CARRIES, PathState.CARRIES).plan())).isEmpty();
  }

  @Test
  void nothingIsAskedForWhereNothingIsInterrupted() {
    assertThat(TotalOutage.of(SamplePlans.standing().paths(PathState.DOWN, PathState.DOWN).plan()))
        .isEmpty();
  }

  @Test
  void aConnectionThatIsMadeAnewAloneIsDownForSeconds() {
    assertThat(
            texts(
                SamplePlans.standing()
                    .otherwise("ra-vpn-cn", "properties.connectionType", "Vnet2Vnet")))
        .containsExactly(
            "The VPN connection 'ra-vpn-cn' is down from its removal until it is created again:"
                + " about 20 seconds (recorded: the connection 10 seconds). ExpressRoute carries"
                + " the traffic meanwhile. There is no VPN to fail over to.");
  }

  @Test
  void aForeignGatewayTakesItsConnectionsWithIt() {
    SamplePlans plans =
        SamplePlans.standing()
            .without("ra-vpn-vgw")
            .without("ra-vpn-vgw-pip")
            .without("ra-vpn-cn")
            .occupant("old-gw", "old-cn");
    assertThat(texts(plans))
        .hasSize(3)
        .anyMatch(
            t ->
                t.startsWith(
                    "The VPN connection 'old-cn' is down from its removal until the VPN connection"
                        + " 'ra-vpn-cn' is made: about 25 minutes"))
        .contains(
            "The VPN connection 'old-cn' is removed and not created again, because it is not in the"
                + " parameter files.",
            "The VPN gateway 'ra-vpn-vgw' gets a new public address, that of 'ra-vpn-vgw-pip'. The"
                + " tunnel stays down until the on-premises device uses the new address.");
  }

  @Test
  void aLargerVpnGatewayInterruptsItsTunnels() {
    assertThat(
            change(
                ResourceType.VIRTUAL_NETWORK_GATEWAY,
                "Vpn",
                "sku",
                Map.of("name", "VpnGw2AZ"),
                Map.of("name", "VpnGw1AZ")))
        .containsExactly(
            "The VPN gateway 'x' is resized. Its tunnels are interrupted; its public addresses"
                + " stay. Microsoft documents about 45 minutes (recorded: 2 minutes, once 24).");
    assertThat(
            texts(
                SamplePlans.standing()
                    .otherwise("ra-er-vgw", "properties.sku.name", "UltraPerformance")))
        .anyMatch(text -> text.contains("'ra-er-cn' is down"));
  }

  @Test
  void aSmallerVpnGatewayIsMadeAnew() {
    assertThat(
            texts(
                SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "VpnGw2AZ")))
        .anyMatch(
            text -> text.startsWith("The VPN connection 'ra-vpn-cn' is down from its removal"));
  }

  @Test
  void theZoneRedundantFormOfASizeComesWithoutAnOutage() {
    assertThat(
            texts(SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "VpnGw1")))
        .isEmpty();
  }

  @Test
  void anotherKeyHasToBeOnBothSides() {
    Secret other = Secret.of("other", Secret.Source.CLOUD);
    assertThat(texts(SamplePlans.standing().otherwise("ra-vpn-cn", "properties.sharedKey", other)))
        .containsExactly(
            "The tunnel of the connection 'ra-vpn-cn' gets a new shared key. The tunnel comes up"
                + " only when the on-premises device has the same key. Change the key there at the"
                + " same time.");
  }

  @Test
  void anotherDeviceHasToAnswer() {
    assertThat(
            texts(
                SamplePlans.standing()
                    .otherwise("ra-lgw", "properties.gatewayIpAddress", "1.2.3.4")))
        .containsExactly(
            "The tunnel of the connection 'ra-vpn-cn' goes to another device address. The tunnel is"
                + " down until the device at that address answers.");
  }

  @Test
  void changesOfAGatewayAndItsConnectionAreToldOfAsMicrosoftDoes() {
    assertThat(change(ResourceType.VIRTUAL_NETWORK_GATEWAY, "Vpn", "activeActive", true, false))
        .containsExactly(
            "The VPN gateway 'x' changes between active-standby and active-active. Microsoft"
                + " documents 30 to 45 minutes. Its BGP addresses change, and its sessions stay"
                + " down until the on-premises device has the new addresses.");
    assertThat(
            change(
                ResourceType.VIRTUAL_NETWORK_GATEWAY,
                "Vpn",
                "bgpSettings",
                Map.of("asn", 65010),
                Map.of("asn", 65515)))
        .containsExactly(
            "The VPN gateway 'x' gets another AS number. Its BGP sessions come back when the"
                + " on-premises device expects 65010.");
    assertThat(
            change(
                ResourceType.CONNECTION,
                "IPsec",
                "ipsecPolicies",
                List.of(Map.of("dhGroup", "DHGroup14")),
                List.of()))
        .containsExactly(
            "The tunnel of the connection 'x' is renegotiated with the new IPsec policy. That takes"
                + " a few seconds if the on-premises device has the same policy.");
  }

  private static Plan peering(String state, Map<String, Object> found) {
    return peering(state, found, List.of(SamplePlans.SCOPE.key(ResourceType.CONNECTION, "c")));
  }

  private static Plan peering(String state, Map<String, Object> found, List<ResourceKey> users) {
    ResourceKey key = SamplePlans.SCOPE.key(ResourceType.PEERING, "erc/AzurePrivatePeering");
    Map<String, Object> declared =
        Map.of(
            "peeringType", "AzurePrivatePeering",
            "vlanId", 100,
            "peerASN", 65010,
            "primaryPeerAddressPrefix", "192.168.15.0/30",
            "secondaryPeerAddressPrefix", "192.168.15.4/30");
    Map<String, Object> standing = new LinkedHashMap<>(declared);
    standing.putAll(found);
    standing.put("state", state);
    DeclaredResource desired =
        new DeclaredResource(
            key,
            Map.of("properties", declared),
            List.of(),
            DeclaredResource.WriteRules.locking(key));
    ActualResource actual =
        new ActualResource(key, null, "Succeeded", Map.of("properties", standing), Map.of());
    ResourceKey circuit = SamplePlans.SCOPE.key(ResourceType.CIRCUIT, "erc");
    List<ActualResource> connections =
        users.stream()
            .map(user -> new ActualResource(user, null, "Succeeded", Map.of(), Map.of()))
            .toList();
    return new Planner()
        .plan(
            List.of(desired),
            new ActualState(List.of(actual), Map.of(circuit.comparableId(), connections)));
  }

  /** A circuit is configured before anything is connected to it. */
  @Test
  void aPeeringThatNobodyUsesInterruptsNothing() {
    assertThat(OutageForecast.of(peering("Enabled", Map.of("vlanId", 200), List.of()))).isEmpty();
  }

  /** Both ends of a BGP session need the same values, and only one of them is changed here. */
  @Test
  void anotherPrivatePeeringInterruptsExpressRouteForAllNetworksOfTheCircuit() {
    Plan plan = peering("Enabled", Map.of("vlanId", 200, "peerASN", 65011));
    assertThat(
            OutageForecast.of(
                plan.whereTrafficTakes(new PathStates(PathState.CARRIES, PathState.CARRIES))))
        .extracting(ExpectedOutage::text)
        .containsExactly(
            "The circuit peering 'erc/AzurePrivatePeering' gets other settings (peerASN, vlanId)."
                + " ExpressRoute is down for every network on the circuit until the on-premises"
                + " routers have the same settings.");
    assertThat(
            TotalOutage.of(
                plan.whereTrafficTakes(new PathStates(PathState.CARRIES, PathState.CARRIES))))
        .isEmpty();
    assertThat(
            TotalOutage.of(
                plan.whereTrafficTakes(new PathStates(PathState.CARRIES, PathState.DOWN))))
        .hasValueSatisfying(
            text -> assertThat(text).startsWith("This change interrupts all traffic"));
    assertThat(TotalOutage.matters(plan)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"peerASN", "vlanId", "primaryPeerAddressPrefix"})
  void withoutItsConnectionsNobodyKnowsWhatElseCarriesTraffic(String name) {
    Object other = name.startsWith("p") && name.endsWith("x") ? "192.168.15.8/30" : 7;
    Plan plan = peering("", Map.of(name, other));
    PathStates pathStates = PathStates.judge(plan, gateway -> RouteSummary.UNREADABLE);
    assertThat(TotalOutage.of(plan.whereTrafficTakes(pathStates)))
        .hasValueSatisfying(text -> assertThat(text).startsWith("This change may interrupt all"));
  }

  @Test
  void aPeeringThatIsDisabledOrTheSameInterruptsNothing() {
    assertThat(OutageForecast.of(peering("Disabled", Map.of("vlanId", 200)))).isEmpty();
    assertThat(OutageForecast.of(peering("Enabled", Map.of()))).isEmpty();
  }

  private static List<String> change(
      ResourceType type, String kind, String name, Object declared, Object found) {
    ResourceKey key = SamplePlans.SCOPE.key(type, "x");
    DeclaredResource desired =
        new DeclaredResource(
            key, body(kind, name, declared), List.of(), DeclaredResource.WriteRules.locking(key));
    ActualResource actual =
        new ActualResource(key, null, "Succeeded", body(kind, name, found), Map.of());
    Plan plan =
        new Planner()
            .plan(List.of(desired), new ActualState(List.of(actual)))
            .whereTrafficTakes(new PathStates(PathState.CARRIES, PathState.CARRIES));
    return OutageForecast.of(plan).stream().map(ExpectedOutage::text).toList();
  }

  private static Map<String, Object> body(String kind, String name, Object value) {
    return Map.of(
        "properties",
        Map.of("gatewayType", kind, "connectionType", kind, "enableBgp", true, name, value));
  }
}
