package io.github.hybridnet.simulator.deployment;

import io.github.hybridnet.simulator.arm.Registry;
import io.github.hybridnet.simulator.arm.ResourceModule;

/** Template deployments in resource groups, and tags at every scope. */
public final class DeploymentModule implements ResourceModule {

  @Override
  public void register(Registry registry) {
    registry.endpoint(new DeploymentRoutes());
    registry.endpoint(new TagRoutes());
    registry.event(DeploymentRun.EVENT, DeploymentRun::advance);
    registry.event(
        DeploymentEndpoint.FORGET, (world, id, data) -> new Deployments(world).remove(id));
    registry.event(JobEndpoint.FORGET, (world, id, data) -> world.resources().remove(id));
  }
}
