package io.github.hybridnet.simulator.arm.endpoint;

import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.engine.ArmRouter;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;

/** Resource Manager as clients see it, after their token has been checked. */
public final class ArmHandler implements RequestHandler {
  /** Serves each path of Resource Manager. */
  public static final ArmRouter ROUTER =
      (world, call) -> new SubscriptionEndpoint(world, call).serve();

  private final SimulationEngine simulationEngine;

  public ArmHandler(SimulationEngine simulationEngine) {
    this.simulationEngine = simulationEngine;
  }

  @Override
  public ServerResponse handle(ServerRequest serverRequest) {
    try {
      ArmCall call = new ArmCall(serverRequest);
      return call.reads()
          ? simulationEngine.readOf(call, world -> ROUTER.route(world, call))
          : simulationEngine.transact(world -> ROUTER.route(world, call));
    } catch (ArmException e) {
      return ErrorResponses.response(e.error());
    }
  }
}
