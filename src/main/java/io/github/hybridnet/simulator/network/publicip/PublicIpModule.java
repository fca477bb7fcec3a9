package io.github.hybridnet.simulator.network.publicip;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.network.resource.NetworkTypeDefinition;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.resource.VersionedView;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;

/** Registers public IP addresses. */
public final class PublicIpModule implements ResourceModule {

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(
        NetworkTypeDefinition.named(NetworkTypes.PUBLIC_IP, "PublicIpAddress")
            .call("POST", "ddosProtectionStatus", PublicIpProtection.inquiry())
            .put(new PublicIpPut())
            .patch(new TagsPatch())
            .delete(new NetworkResourceDeletion("publicIPAddresses", PublicIpDelete::refuseDelete))
            .view(new VersionedView(new PublicIpView()))
            .retryAfter(1)
            .etagHeader()
            .build());
  }
}
