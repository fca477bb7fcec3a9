package io.github.hybridnet.simulator.deployment;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.deployment.run.DeploymentRun;
import io.github.hybridnet.simulator.deployment.run.DeploymentStore;

/** Template deployments in resource groups, and tags at every scope. */
public final class DeploymentModule implements ResourceModule {

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.endpoint(new DeploymentRoutes());
    moduleRegistry.endpoint(new TagRoutes());
    moduleRegistry.event(DeploymentRun.EVENT, DeploymentRun::advance);
    moduleRegistry.event(
        DeploymentEndpoint.FORGET, (world, id, data) -> new DeploymentStore(world).remove(id));
    moduleRegistry.event(JobEndpoint.FORGET, (world, id, data) -> world.resources().remove(id));
  }
}
