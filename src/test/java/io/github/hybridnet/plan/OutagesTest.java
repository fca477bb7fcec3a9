package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutagesTest {

  private static List<String> texts(SamplePlans plans) {
    return Outages.of(plans.plan()).stream().map(Outage::text).toList();
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
    List<Outage> outages = Outages.of(plan);
    assertThat(outages)
        .extracting(Outage::text)
        .containsExactly(
            "The VPN connection ra-vpn-cn is down from its removal until it is made again: about 25"
                + " minutes (recorded: removal of the gateway 7 minutes, its creation 17 minutes,"
                + " the connection 10 seconds; Microsoft says 45 minutes or more for a gateway)."
                + " ExpressRoute carries on meanwhile, with no VPN to fail over to.");
    assertThat(outages.get(0).about()).isEqualTo(Duration.ofSeconds(10 + 436 + 1045 + 10));
    assertThat(outages.get(0).resources())
        .containsExactly(SamplePlans.SCOPE.key(ResourceType.CONNECTION, "ra-vpn-cn"));
  }

  @Test
  void theVpnCarriesTheTrafficWhileTheExpressRouteGatewayIsReplaced() {
    assertThat(
            texts(SamplePlans.standing().otherwise("ra-er-vgw", "properties.sku.name", "ErGw1AZ")))
        .containsExactly(
            "The ExpressRoute connection ra-er-cn is down from its removal until it is made again:"
                + " about 25 minutes (recorded: removal of the gateway 7 minutes, its creation 14"
                + " minutes, the connection 3 minutes; Microsoft says 45 minutes or more for a"
                + " gateway). The VPN has to carry the traffic meanwhile, with nothing behind it.");
  }

  @Test
  void nothingConnectsTheNetworkWhileItsGatewaySubnetChanges() {
    List<Map<String, Object>> subnets =
        List.of(
            Map.of(
                "name", "GatewaySubnet", "properties", Map.of("addressPrefix", "10.0.255.248/29")));
    assertThat(texts(SamplePlans.standing().otherwise("ra-vnet", "properties.subnets", subnets)))
        .hasSize(3)
        .anyMatch(t -> t.startsWith("The ExpressRoute connection ra-er-cn is down"))
        .anyMatch(t -> t.endsWith("The ExpressRoute connection is down as well."))
        .contains(
            "While both are down, nothing connects the virtual network with the on-premises"
                + " network.");
  }

  @Test
  void withoutTheOtherWayNothingCarriesTheTraffic() {
    assertThat(
            texts(
                SamplePlans.standing()
                    .without("ra-er-cn")
                    .otherwise("ra-vpn-vgw", "properties.sku.name", "Basic")))
        .singleElement()
        .asString()
        .endsWith("No ExpressRoute connection stands: nothing carries the traffic meanwhile.");
  }

  @Test
  void aConnectionThatIsMadeAnewAloneIsDownForSeconds() {
    assertThat(
            texts(
                SamplePlans.standing()
                    .otherwise("ra-vpn-cn", "properties.connectionType", "Vnet2Vnet")))
        .containsExactly(
            "The VPN connection ra-vpn-cn is down from its removal until it is made again: about 20"
                + " seconds (recorded: the connection 10 seconds). ExpressRoute carries on"
                + " meanwhile, with no VPN to fail over to.");
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
                    "The VPN connection old-cn is down from its removal until the VPN connection"
                        + " ra-vpn-cn is made: about 25 minutes"))
        .contains(
            "The VPN connection old-cn is removed and not made again: the parameter files do not"
                + " declare it.",
            "The VPN gateway ra-vpn-vgw gets another public address, that of ra-vpn-vgw-pip: the"
                + " tunnel stays down until the on-premises device knows it.");
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
            "The VPN gateway x is resized: its tunnels are interrupted, its public addresses"
                + " stay. Microsoft speaks of about 45 minutes (recorded updates: 2 minutes, once"
                + " 24).");
    assertThat(
            texts(
                SamplePlans.standing()
                    .otherwise("ra-er-vgw", "properties.sku.name", "UltraPerformance")))
        .anyMatch(text -> text.contains("ra-er-cn is down"));
  }

  @Test
  void aSmallerVpnGatewayIsMadeAnew() {
    assertThat(
            texts(
                SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "VpnGw2AZ")))
        .anyMatch(text -> text.startsWith("The VPN connection ra-vpn-cn is down from its removal"));
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
            "The tunnel of ra-vpn-cn gets another shared key: it comes up only when the on-premises"
                + " device has the same one. Change it there at the same time.");
  }

  @Test
  void anotherDeviceHasToAnswer() {
    assertThat(
            texts(
                SamplePlans.standing()
                    .otherwise("ra-lgw", "properties.gatewayIpAddress", "1.2.3.4")))
        .containsExactly(
            "The tunnel of ra-vpn-cn goes to another device address: it is down until the device"
                + " there answers.");
  }

  @Test
  void changesOfAGatewayAndItsConnectionAreToldOfAsMicrosoftDoes() {
    assertThat(change(ResourceType.VIRTUAL_NETWORK_GATEWAY, "Vpn", "activeActive", true, false))
        .containsExactly(
            "The VPN gateway x changes between active-standby and active-active: 30 to 45 minutes,"
                + " says Microsoft. Its BGP addresses change: sessions stay down until the"
                + " on-premises device has the new ones.");
    assertThat(
            change(
                ResourceType.VIRTUAL_NETWORK_GATEWAY,
                "Vpn",
                "bgpSettings",
                Map.of("asn", 65010),
                Map.of("asn", 65515)))
        .containsExactly(
            "The VPN gateway x gets another autonomous system number: its BGP sessions come back"
                + " when the on-premises device expects 65010.");
    assertThat(
            change(
                ResourceType.CONNECTION,
                "IPsec",
                "ipsecPolicies",
                List.of(Map.of("dhGroup", "DHGroup14")),
                List.of()))
        .containsExactly(
            "The tunnel of x is torn down and negotiated anew with the other IPsec policy: a few"
                + " seconds, if the on-premises device has the same one.");
  }

  private static List<String> change(
      ResourceType type, String kind, String name, Object declared, Object found) {
    ResourceKey key = SamplePlans.SCOPE.key(type, "x");
    DesiredResource desired =
        new DesiredResource(
            key, body(kind, name, declared), List.of(), DesiredResource.WriteRules.locking(key));
    ActualResource actual =
        new ActualResource(key, null, "Succeeded", body(kind, name, found), Map.of());
    Plan plan = new Planner().plan(List.of(desired), new Standing(List.of(actual)));
    return Outages.of(plan).stream().map(Outage::text).toList();
  }

  private static Map<String, Object> body(String kind, String name, Object value) {
    return Map.of(
        "properties",
        Map.of("gatewayType", kind, "connectionType", kind, "enableBgp", true, name, value));
  }
}
