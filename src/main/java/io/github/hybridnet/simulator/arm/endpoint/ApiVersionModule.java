package io.github.hybridnet.simulator.arm.endpoint;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ModuleRegistry.WorldCall;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.error.ArmException;
import java.util.Optional;

/** Lets the simulated cloud lag behind. Registered before the others, whose requests it checks. */
public final class ApiVersionModule implements ResourceModule {
  private static final String PATH = "versions";

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
    moduleRegistry.adminCall(
        new WorldCall("GET", PATH, (world, body) -> new ApiVersionLimit(world).shown()));
    moduleRegistry.adminCall(
        new WorldCall("PUT", PATH, (world, body) -> new ApiVersionLimit(world).chosen(body)));
    moduleRegistry.adminCall(
        new WorldCall("DELETE", PATH, (world, body) -> new ApiVersionLimit(world).forgotten()));
  }
}
