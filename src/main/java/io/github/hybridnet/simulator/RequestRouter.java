package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.admin.AdminHandler;
import io.github.hybridnet.simulator.admin.RequestLog;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.arm.error.TokenRefusals;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.fault.FaultInjector;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.http.StandardHeaders;
import io.github.hybridnet.simulator.identity.MetadataEndpoint;
import io.github.hybridnet.simulator.identity.TokenEndpoint;
import io.github.hybridnet.simulator.keyvault.KeyVaultHandler;
import java.util.List;
import java.util.function.Predicate;

/** Sends each request to the handler that serves it, and refuses requests without a token. */
final class RequestRouter implements RequestHandler {
  private static final System.Logger LOG = System.getLogger(RequestRouter.class.getName());

  private final Handlers handlers;
  private final Administration administration;
  private final Predicate<ServerRequest> authorised;
  private final SimulatedClock clock;
  private final StandardHeaders headers = new StandardHeaders();

  /** The handlers behind the token check. */
  record Handlers(
      MetadataEndpoint metadata,
      TokenEndpoint signIn,
      KeyVaultHandler keyVault,
      RequestHandler arm,
      TokenRefusals refusals) {}

  /** The admin endpoints, and what they show and control. */
  record Administration(AdminHandler handler, RequestLog journal, FaultInjector faults) {}

  RequestRouter(
      Handlers handlers,
      Administration administration,
      Predicate<ServerRequest> authorised,
      SimulatedClock clock) {
    this.handlers = handlers;
    this.administration = administration;
    this.authorised = authorised;
    this.clock = clock;
  }

  @Override
  public ServerResponse handle(ServerRequest serverRequest) {
    List<String> path = serverRequest.segments();
    if (!path.isEmpty() && path.get(0).equals(AdminHandler.PREFIX)) {
      return guarded(serverRequest, administration.handler()::serve);
    }
    long begin = System.nanoTime();
    ServerResponse serverResponse =
        headers.complete(serverRequest, guarded(serverRequest, this::faulty), clock.now());
    administration.journal().add(serverRequest, serverResponse, System.nanoTime() - begin);
    return serverResponse;
  }

  private ServerResponse faulty(ServerRequest serverRequest) {
    return administration.faults().around(serverRequest, this::route);
  }

  /** A bug of the simulator is answered with an error, so that the client does not wait. */
  private static ServerResponse guarded(
      ServerRequest serverRequest, RequestHandler requestHandler) {
    try {
      return requestHandler.handle(serverRequest);
    } catch (RuntimeException | Error e) {
      // Also an error: an answer that never comes, and a thread that is gone, help nobody.
      LOG.log(System.Logger.Level.WARNING, "The simulator failed at " + serverRequest, e);
      return ErrorResponses.response(ArmErrors.internal());
    }
  }

  private ServerResponse route(ServerRequest serverRequest) {
    List<String> path = serverRequest.segments();
    if (serverRequest.method().equals("GET")
        && String.join("/", path).equalsIgnoreCase("metadata/endpoints")) {
      return handlers.metadata().serve(serverRequest);
    }
    return handlers
        .signIn()
        .serve(serverRequest)
        .or(() -> handlers.keyVault().serve(serverRequest))
        .orElseGet(() -> arm(serverRequest));
  }

  private ServerResponse arm(ServerRequest serverRequest) {
    if (authorised.test(serverRequest)) {
      return handlers.arm().handle(serverRequest);
    }
    return serverRequest.header("Authorization").isEmpty()
        ? handlers.refusals().missing(serverRequest)
        : handlers.refusals().invalid(serverRequest);
  }
}
