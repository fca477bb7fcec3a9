package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.http.ServerResponse;

/** Finds who serves a call to Resource Manager. Clients and the cloud itself come in here. */
@FunctionalInterface
public interface ArmRouter {

  /**
   * Serves a call.
   *
   * @throws io.github.hybridnet.simulator.arm.error.ArmException if the call is refused
   */
  ServerResponse route(Transaction world, ArmCall call);
}
