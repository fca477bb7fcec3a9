package io.github.hybridnet.simulator.arm.endpoint;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.error.ArmException;
import java.util.Optional;

/**
 * Limits the API versions of the simulated cloud. Registered before the others, whose requests it
 * checks.
 */
public final class ApiVersionModule implements ResourceModule {
  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.endpoint(
        (world, call) -> {
          Optional<ArmException> refusal =
              call.isOfTheCloud() ? Optional.empty() : new ApiVersionLimit(world).refusal(call);
          if (refusal.isPresent()) {
            throw refusal.get();
          }
          return Optional.empty();
        });
    ApiVersionLimit.register(moduleRegistry);
  }
}
