package io.github.hybridnet.simulator.network.vnet;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.NetworkPeeringStates;
import io.github.hybridnet.simulator.network.resource.NetworkTypeDefinition;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;

/** Registers virtual networks, their peerings and their subnets. */
public final class VirtualNetworkModule implements ResourceModule {

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(network());
    moduleRegistry.type(networkPeering());
    moduleRegistry.type(subnet());
    moduleRegistry.subscriptionCall(
        "GET",
        "providers/Microsoft.Network/locations/{location}/availableDelegations",
        SubnetDelegations::available);
  }

  private static ResourceTypeDefinition network() {
    return NetworkInquiries.ofNetwork()
        .addTo(NetworkTypeDefinition.named(NetworkTypes.VIRTUAL_NETWORK, "VirtualNetwork"))
        .put(new VirtualNetworkPut())
        .patch(new TagsPatch())
        .delete(new NetworkResourceDeletion("virtualNetworks", SubnetUseChecks::refuseIfAnyUsed))
        .retryAfter(NetworkTypeDefinition.QUICK_RETRY)
        .etagHeader()
        .build();
  }

  private static ResourceTypeDefinition networkPeering() {
    return NetworkTypeDefinition.named(NetworkTypes.NETWORK_PEERING, "VirtualNetworkPeering")
        .inlineIn(NetworkPeeringStates.ALL)
        .put(new NetworkPeeringPut())
        .delete(new NetworkResourceDeletion("virtualNetworkPeerings", ConcurrencyGuard::defer))
        .etagHeader()
        .build();
  }

  private static ResourceTypeDefinition subnet() {
    return NetworkInquiries.ofSubnet()
        .addTo(NetworkTypeDefinition.named(NetworkTypes.SUBNET, "Subnet"))
        .inlineIn("subnets")
        .put(new SubnetPut())
        .delete(new NetworkResourceDeletion("subnets", SubnetUseChecks::refuseDelete))
        .retryAfter(NetworkTypeDefinition.QUICK_RETRY)
        .etagHeader()
        .build();
  }
}
