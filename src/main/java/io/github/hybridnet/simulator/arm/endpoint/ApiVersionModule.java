package io.github.hybridnet.simulator.arm.endpoint;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;

/** Lets the simulator's owner limit the API versions of the simulated cloud. */
public final class ApiVersionModule implements ResourceModule {
  @Override
  public void register(ModuleRegistry moduleRegistry) {
    ApiVersionLimit.register(moduleRegistry);
  }
}
