package io.github.hybridnet.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.PointToSiteClients;
import io.github.hybridnet.arm.SamplePlans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept in the network and would make Azure refuse a gateway. */
class PredictedRefusalsTest {
  private static final String VNET = "ra-vnet";

  private static List<Map<String, Object>> peering(boolean useRemoteGateways) {
    return List.of(
        Map.of("name", "hub", "properties", Map.of("useRemoteGateways", useRemoteGateways)));
  }

  private static List<Map<String, Object>> guarded(String subnet) {
    String id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/";
    return List.of(
        Map.of(
            "name",
            subnet,
            "properties",
            Map.of("networkSecurityGroup", Map.of("id", id + "networkSecurityGroups/theirs"))));
  }

  private static SamplePlans withoutVpnGateway() {
    return SamplePlans.standing().without("ra-vpn-vgw").without("ra-vpn-cn");
  }

  @Test
  void aNetworkThatUsesTheGatewaysOfAnotherGetsNoneOfItsOwn() {
    SamplePlans plans =
        withoutVpnGateway().otherwise(VNET, "properties.virtualNetworkPeerings", peering(true));
    assertThat(PredictedRefusals.of(plans.plan()))
        .containsExactly(
            "The virtual network 'ra-vnet' uses the gateways of another network through its peering"
                + " 'hub'. Azure then refuses a gateway in this network. Switch useRemoteGateways"
                + " of the peering off first.");
  }

  @Test
  void aGatewaySubnetWithASecurityGroupTakesNoGateway() {
    SamplePlans plans =
        SamplePlans.standing()
            .otherwise("ra-vpn-vgw", "properties.sku.name", "Basic")
            .otherwise(VNET, "properties.subnets", guarded("gatewaysubnet"));
    assertThat(PredictedRefusals.of(plans.plan()))
        .contains(
            "The GatewaySubnet of the virtual network 'ra-vnet' has a network security group that"
                + " is not in the parameter files. Azure refuses to create a gateway there. Remove"
                + " the group from the subnet first.");
  }

  @Test
  void otherPeeringsAndSubnetsAndGatewaysThatStandAreNoReason() {
    SamplePlans made =
        withoutVpnGateway()
            .otherwise(VNET, "properties.virtualNetworkPeerings", peering(false))
            .otherwise(VNET, "properties.subnets", guarded("web"));
    assertThat(PredictedRefusals.of(made.plan())).isEmpty();
    SamplePlans stands =
        SamplePlans.standing()
            .otherwise("ra-vpn-vgw", "properties.sku.name", "VpnGw1")
            .otherwise(VNET, "properties.virtualNetworkPeerings", peering(true));
    assertThat(PredictedRefusals.of(stands.plan())).isEmpty();
  }

  @Test
  void clientsWithPoolsOfTheirOwnAreClients() {
    Map<String, Object> pool =
        Map.of("vpnClientAddressPool", Map.of("addressPrefixes", List.of("172.31.0.0/24")));
    Map<String, Object> clients =
        Map.of(
            "vngClientConnectionConfigurations",
            List.of(Map.of("name", "staff", "properties", pool)));
    assertThat(
            PointToSiteClients.areThere(
                Map.of("properties", Map.of("vpnClientConfiguration", clients))))
        .isTrue();
  }
}
