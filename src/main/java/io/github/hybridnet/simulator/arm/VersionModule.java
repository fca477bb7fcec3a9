package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.arm.Registry.WorldCall;
import java.util.Optional;

/** Lets the simulated cloud lag behind. Registered before the others, whose requests it checks. */
public final class VersionModule implements ResourceModule {
  private static final String PATH = "versions";

  @Override
  public void register(Registry registry) {
    registry.endpoint(
        (world, call) -> {
          Optional<ArmException> refusal =
              call.isOfTheCloud() ? Optional.empty() : new VersionLimit(world).refusal(call);
          if (refusal.isPresent()) {
            throw refusal.get();
          }
          return Optional.empty();
        });
    registry.adminCall(
        new WorldCall("GET", PATH, (world, body) -> new VersionLimit(world).shown()));
    registry.adminCall(
        new WorldCall("PUT", PATH, (world, body) -> new VersionLimit(world).chosen(body)));
    registry.adminCall(
        new WorldCall("DELETE", PATH, (world, body) -> new VersionLimit(world).forgotten()));
  }
}
