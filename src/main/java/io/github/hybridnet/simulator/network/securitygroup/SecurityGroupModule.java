package io.github.hybridnet.simulator.network.securitygroup;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.NetworkTypeDefinition;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;

/** Registers network security groups and their rules. */
public final class SecurityGroupModule implements ResourceModule {

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(
        NetworkTypeDefinition.named(NetworkTypes.SECURITY_GROUP, "NetworkSecurityGroup")
            .put(new SecurityGroupPut())
            .patch(new TagsPatch())
            .delete(
                new NetworkResourceDeletion(
                    "networkSecurityGroups", SecurityGroupDelete::refuseDelete))
            .retryAfter(NetworkTypeDefinition.QUICK_RETRY)
            .etagHeader()
            .build());
    moduleRegistry.type(
        NetworkTypeDefinition.named(NetworkTypes.SECURITY_RULE, "SecurityRule")
            .inlineIn("securityRules")
            .put(new SecurityRulePut())
            .delete(new NetworkResourceDeletion("securityRules", ConcurrencyGuard::defer))
            .etagHeader()
            .build());
    moduleRegistry.type(
        NetworkTypeDefinition.readOnly(NetworkTypes.DEFAULT_RULE, "defaultSecurityRules"));
  }
}
