package io.github.hybridnet.plan.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkResourcesTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("West US 2"));

  private final NetworkResources network = new NetworkResources(SampleNetwork.reference(), SCOPE);

  private static DeclaredResource find(List<DeclaredResource> all, String name) {
    return all.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void isEverythingButTheCircuit() {
    assertThat(network.network(NetworkResources.Options.ALL))
        .extracting(d -> d.key().toString())
        .containsExactly(
            "resource group ra-rg",
            "virtual network ra-vnet",
            "public IP address ra-vpn-vgw-pip",
            "virtual network gateway ra-vpn-vgw",
            "local network gateway ra-lgw",
            "connection ra-vpn-cn",
            "virtual network gateway ra-er-vgw",
            "connection ra-er-cn");
  }

  @Test
  void gatewaysWaitForTheNetworkAndNotForEachOther() {
    List<DeclaredResource> all = network.network(NetworkResources.Options.ALL);
    assertThat(find(all, "ra-er-vgw").dependsOn()).containsExactly(find(all, "ra-vnet").key());
    assertThat(find(all, "ra-vpn-vgw").dependsOn())
        .containsExactly(find(all, "ra-vpn-vgw-pip").key(), find(all, "ra-vnet").key());
  }

  @Test
  void inSeriesTheVpnGatewayWaitsForTheExpressRouteGateway() {
    List<DeclaredResource> all = network.network(new NetworkResources.Options(Set.of(), true));
    assertThat(find(all, "ra-vpn-vgw").dependsOn()).contains(find(all, "ra-er-vgw").key());
    assertThat(find(all, "ra-er-vgw").dependsOn()).doesNotContain(find(all, "ra-vpn-vgw").key());
  }

  @Test
  void theExpressRouteConnectionCanBeLeftOut() {
    assertThat(
            network.network(
                new NetworkResources.Options(
                    Set.of(SCOPE.key(ResourceType.CONNECTION, "ra-er-cn")), false)))
        .extracting(d -> d.key().name())
        .contains("ra-er-vgw")
        .doesNotContain("ra-er-cn");
  }

  @Test
  void theExpressRouteGatewayHasNoAddressUnlessAzureAsksForOne() {
    DeclaredResource gateway = find(network.network(NetworkResources.Options.ALL), "ra-er-vgw");
    assertThat(gateway.body().toString())
        .doesNotContain("publicIPAddress")
        .doesNotContain("vpnType");
    DeclaredResource.Alternative alternative = gateway.rules().alternatives().get(0);
    assertThat(alternative.errorCode()).isEqualTo("PublicIpForGatewayIsRequired");
    assertThat(alternative.instead())
        .extracting(d -> d.key().name())
        .containsExactly("ra-er-vgw-pip", "ra-er-vgw");
    assertThat(alternative.instead().get(1).body().toString()).contains("ra-er-vgw-pip");
  }

  @Test
  void theAddressOfAZoneRedundantGatewayHasZones() {
    DeclaredResource address =
        find(network.network(NetworkResources.Options.ALL), "ra-vpn-vgw-pip");
    assertThat(address.body())
        .containsEntry("zones", List.of("1", "2", "3"))
        .containsEntry("sku", Map.of("name", "Standard"));
    assertThat(address.rules().createOnly())
        .containsExactlyInAnyOrder(
            "name", "zones", "sku.name", "properties.publicIPAllocationMethod");
  }

  @Test
  void theAddressHasTheZonesOfItsRegionAndAnotherFormWhereAzureRefusesThem() {
    DeploymentScope deploymentScope = new DeploymentScope("sub", "ra-rg", new Region("ukwest"));
    assertThat(address(deploymentScope.withZones(List.of())).body()).doesNotContainKey("zones");
    assertThat(address(deploymentScope.withZones(List.of("1", "2"))).body())
        .containsEntry("zones", List.of("1", "2"));
    assertThat(address(deploymentScope).rules().alternatives())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.errorCode()).isEqualTo("LocationNotSupportAvailabilityZones");
              assertThat(a.instead().get(0).body()).doesNotContainKey("zones");
            });
  }

  private static DeclaredResource address(DeploymentScope deploymentScope) {
    return find(
        new NetworkResources(SampleNetwork.reference(), deploymentScope)
            .network(NetworkResources.Options.ALL),
        "ra-vpn-vgw-pip");
  }

  @Test
  void theCircuitIsAResourceOfItsOwn() {
    assertThat(network.circuits())
        .extracting(d -> d.key().id())
        .containsExactly(
            "/subscriptions/sub/resourceGroups/ra-rg",
            "/subscriptions/sub/resourceGroups/ra-rg/providers/Microsoft.Network/expressRouteCircuits/ra-erc");
    assertThat(find(network.circuits(), "ra-erc").body())
        .containsEntry(
            "sku",
            Map.of("name", "Premium_UnlimitedData", "tier", "Premium", "family", "UnlimitedData"));
  }

  @Test
  void aCircuitMayHaveItsOwnGroup() {
    Circuit shared =
        new Circuit(
            "ra-erc",
            "circuits",
            "Premium",
            "UnlimitedData",
            new Circuit.Provider("Equinix", "Silicon Valley", 50),
            false,
            List.of(),
            List.of("spoke-a", "spoke-b"),
            Map.of(),
            SampleNetwork.NOWHERE);
    NetworkResources spread =
        new NetworkResources(SampleNetwork.reference().withCircuits(List.of(shared)), SCOPE);
    String group = "/subscriptions/sub/resourceGroups/circuits";
    String circuit = group + "/providers/Microsoft.Network/expressRouteCircuits/ra-erc";
    assertThat(spread.circuits())
        .extracting(d -> d.key().id())
        .containsExactly(
            group,
            circuit,
            circuit + "/authorizations/spoke-a",
            circuit + "/authorizations/spoke-b");
    assertThat(spread.circuitKeys().get(0).id()).isEqualTo(circuit);
    assertThat(spread.circuits().get(0).body())
        .containsEntry("tags", Map.of(NetworkResources.GROUP_TAG, "true"));
    assertThat(spread.network(NetworkResources.Options.ALL))
        .allSatisfy(d -> assertThat(d.key().resourceGroup()).isEqualTo("ra-rg"));
    assertThat(spread.circuits().subList(2, 4))
        .allSatisfy(
            d -> {
              assertThat(d.rules().locks()).contains(spread.circuitKeys().get(0));
              assertThat(d.dependsOn()).containsExactly(spread.circuitKeys().get(0));
            });
  }

  @Test
  void theConnectedCircuitMayBeElsewhere() {
    HybridNetwork reference = SampleNetwork.reference();
    assertThat(new NetworkResources(reference, SCOPE).circuitConnections().get(0).circuit().id())
        .isEqualTo(
            "/subscriptions/sub/resourceGroups/ra-rg/providers/Microsoft.Network/expressRouteCircuits/ra-erc");
    String id =
        "/subscriptions/other/resourceGroups/corp/providers/Microsoft.Network/expressRouteCircuits/shared";
    assertThat(ResourceIdParser.parse(id).id()).isEqualTo(id);
  }
}
