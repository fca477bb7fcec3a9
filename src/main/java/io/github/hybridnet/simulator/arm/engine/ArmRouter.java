package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.http.ServerResponse;

/** Serves calls to Resource Manager, of clients and of the cloud itself. */
@FunctionalInterface
public interface ArmRouter {

  /**
   * Serves one call and returns its answer.
   *
   * @throws io.github.hybridnet.simulator.arm.error.ArmException if the call is refused
   */
  ServerResponse route(Transaction world, ArmCall call);
}
