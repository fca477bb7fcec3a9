package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.http.Handler;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;

/** Resource Manager as clients see it, after their token has been checked. */
public final class ArmHandler implements Handler {
  private final Engine engine;

  public ArmHandler(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Response handle(Request request) {
    try {
      ArmCall call = new ArmCall(request);
      return call.reads()
          ? engine.read(world -> new SubscriptionEndpoint(world, call).serve())
          : engine.transact(world -> new SubscriptionEndpoint(world, call).serve());
    } catch (ArmException e) {
      return Errors.response(e.error());
    }
  }
}
