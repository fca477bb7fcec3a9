package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.admin.AdminHandler;
import io.github.hybridnet.simulator.admin.Journal;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmHandler;
import io.github.hybridnet.simulator.arm.Errors;
import io.github.hybridnet.simulator.arm.TokenRefusals;
import io.github.hybridnet.simulator.fault.Faults;
import io.github.hybridnet.simulator.http.Handler;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.http.StandardHeaders;
import io.github.hybridnet.simulator.identity.CloudMetadata;
import io.github.hybridnet.simulator.identity.SignIn;
import io.github.hybridnet.simulator.keyvault.KeyVaultHandler;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.util.List;
import java.util.function.Predicate;

/** Sends each request to the house that serves it, and lets nobody in without a token. */
final class FrontDoor implements Handler {
  private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());

  private final Houses houses;
  private final Administration administration;
  private final Predicate<Request> authorised;
  private final SimulatedClock clock;
  private final StandardHeaders headers = new StandardHeaders();

  /** Whoever answers behind the door. */
  record Houses(
      CloudMetadata metadata,
      SignIn signIn,
      KeyVaultHandler keyVault,
      ArmHandler arm,
      TokenRefusals refusals) {}

  /** The admin endpoints, and what they show and steer. */
  record Administration(AdminHandler handler, Journal journal, Faults faults) {}

  FrontDoor(
      Houses houses,
      Administration administration,
      Predicate<Request> authorised,
      SimulatedClock clock) {
    this.houses = houses;
    this.administration = administration;
    this.authorised = authorised;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) {
    List<String> path = request.segments();
    if (!path.isEmpty() && path.get(0).equals(AdminHandler.PREFIX)) {
      return guarded(request, administration.handler()::serve);
    }
    long begin = System.nanoTime();
    Response response = headers.complete(request, guarded(request, this::faulty), clock.now());
    administration.journal().add(request, response, System.nanoTime() - begin);
    return response;
  }

  private Response faulty(Request request) {
    return administration.faults().around(request, this::route);
  }

  /** A mistake of the simulator is an answer too: a client must not wait in vain. */
  private static Response guarded(Request request, Handler handler) {
    try {
      return handler.handle(request);
    } catch (RuntimeException | Error e) {
      // Also an error: an answer that never comes, and a thread that is gone, help nobody.
      LOG.log(System.Logger.Level.WARNING, "The simulator failed at " + request, e);
      return Errors.response(ArmErrors.internal());
    }
  }

  private Response route(Request request) {
    List<String> path = request.segments();
    if (request.method().equals("GET")
        && String.join("/", path).equalsIgnoreCase("metadata/endpoints")) {
      return houses.metadata().serve(request);
    }
    return houses
        .signIn()
        .serve(request)
        .or(() -> houses.keyVault().serve(request))
        .orElseGet(() -> arm(request));
  }

  private Response arm(Request request) {
    if (authorised.test(request)) {
      return houses.arm().handle(request);
    }
    return request.header("Authorization").isEmpty()
        ? houses.refusals().missing(request)
        : houses.refusals().invalid(request);
  }
}
