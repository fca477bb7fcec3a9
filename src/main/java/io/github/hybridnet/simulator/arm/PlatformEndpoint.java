package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.Optional;

/**
 * Serves paths below the subscription that belong to no resource type, such as template deployments
 * or the tags of any scope.
 */
@FunctionalInterface
public interface PlatformEndpoint {

  /**
   * The answer; empty if the path is not this endpoint's. Called under the store's lock, in a
   * transaction that an {@link ArmException} undoes.
   */
  Optional<ServerResponse> serve(World world, ArmCall call);
}
