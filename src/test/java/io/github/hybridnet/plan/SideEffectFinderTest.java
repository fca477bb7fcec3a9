package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.console.PlanText;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.status.OutOfSyncPeerings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other people's resources that a plan affects are named. */
class SideEffectFinderTest {
  private static final String SPOKE =
      "/subscriptions/other/resourceGroups/spoke-rg/providers/Microsoft.Network/virtualNetworks/spoke";

  @Test
  void aPeeredNetworkIsNamedWhenTheAddressSpaceChanges() {
    Plan plan =
        SamplePlans.standing()
            .otherwise("ra-vnet", "properties.virtualNetworkPeerings", peerings("FullyInSync"))
            .otherwise(
                "ra-vnet",
                "properties.addressSpace",
                Map.of("addressPrefixes", List.of("10.9.0.0/16")))
            .plan();

    assertThat(plan.sideEffects())
        .singleElement()
        .satisfies(
            sideEffect ->
                assertThat(sideEffect.text())
                    .contains(
                        "the peering 'to-spoke' leads to the virtual network 'spoke' in resource"
                            + " group 'spoke-rg' of subscription 'other'"));
    assertThat(PlanText.lines(plan))
        .contains("Effects on resources that are not in the parameter files:");
  }

  @Test
  void anotherChangeOfTheNetworkIsNotTheirs() {
    Plan plan =
        SamplePlans.standing()
            .otherwise("ra-vnet", "properties.virtualNetworkPeerings", peerings("FullyInSync"))
            .plan();
    assertThat(plan.sideEffects()).isEmpty();
    assertThat(PlanText.lines(plan))
        .doesNotContain("Effects on resources that are not in the parameter files:");
  }

  @Test
  void tunnelsOfOthersToOurDeviceAreNamed() {
    assertThat(withConnections("ra-lgw", "properties.gatewayIpAddress", "203.0.113.9"))
        .containsExactly(
            "Used by resources that are not in the parameter files: connection 'their-cn' in"
                + " resource group 'their-rg'. Their tunnels follow the change and may be"
                + " interrupted.");
  }

  @Test
  void tunnelsOfOthersOnOurGatewayAreNamed() {
    assertThat(withConnections("ra-vpn-vgw", "properties.enablePrivateIpAddress", false))
        .containsExactly(
            "Used by resources that are not in the parameter files: connection 'their-cn' in"
                + " resource group 'their-rg'. They may be interrupted while this gateway"
                + " changes.");
  }

  @Test
  void aPeeringOutOfStepIsNamedWithWhatToDo() {
    ActualResource network =
        new ActualResource(
            SamplePlans.SCOPE.key(ResourceType.VIRTUAL_NETWORK, "ra-vnet"),
            null,
            "Succeeded",
            Map.of("properties", Map.of("virtualNetworkPeerings", peerings("RemoteNotInSync"))),
            Map.of());
    assertThat(OutOfSyncPeerings.of(network))
        .containsExactly(
            "The peering 'to-spoke' of the virtual network 'ra-vnet' is 'RemoteNotInSync': the two"
                + " networks do not know each other's whole address space. Have the owner of the"
                + " virtual network 'spoke' in resource group 'spoke-rg' of subscription 'other'"
                + " synchronise the peering there (az network vnet peering sync).");
  }

  private static List<Map<String, Object>> peerings(String level) {
    return List.of(
        Map.of(
            "name",
            "to-spoke",
            "properties",
            Map.of("remoteVirtualNetwork", Map.of("id", SPOKE), "peeringSyncLevel", level)));
  }

  /** The effects of a change of a resource that a connection of somebody else's uses. */
  private static List<String> withConnections(String name, String path, Object value) {
    List<DeclaredResource> desired =
        new NetworkResources(SampleNetwork.reference(), SamplePlans.SCOPE)
            .network(NetworkResources.Options.ALL);
    List<ActualResource> standing = new ArrayList<>();
    Map<String, List<ActualResource>> connections = new LinkedHashMap<>();
    for (DeclaredResource each : desired) {
      Map<String, Object> body = new LinkedHashMap<>(each.body());
      if (each.key().name().equals(name)) {
        body = new LinkedHashMap<>(SamplePlans.with(body, path, value));
        ResourceKey theirs =
            new ResourceKey("sub", "their-rg", ResourceType.CONNECTION, "their-cn");
        connections.put(
            each.key().comparableId(),
            List.of(new ActualResource(theirs, null, "Succeeded", Map.of(), Map.of())));
      }
      String state = each.key().name().equals(name) ? "Failed" : "Succeeded";
      standing.add(new ActualResource(each.key(), null, state, body, Map.of()));
    }
    Plan plan = new Planner().plan(desired, new ActualState(standing, connections));
    return plan.sideEffects().stream().map(SideEffect::text).toList();
  }
}
