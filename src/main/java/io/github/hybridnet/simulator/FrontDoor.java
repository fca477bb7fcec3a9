package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.admin.AdminHandler;
import io.github.hybridnet.simulator.admin.Journal;
import io.github.hybridnet.simulator.arm.AccessErrors;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmHandler;
import io.github.hybridnet.simulator.arm.Errors;
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
  private final Predicate<Request> authorised;
  private final String tenantId;
  private final SimulatedClock clock;
  private final StandardHeaders headers = new StandardHeaders();

  /** Whoever answers behind the door. */
  record Houses(
      CloudMetadata metadata,
      SignIn signIn,
      KeyVaultHandler keyVault,
      ArmHandler arm,
      Administration administration) {}

  /** The admin endpoints, and the journal that they show. */
  record Administration(AdminHandler handler, Journal journal) {}

  FrontDoor(Houses houses, Predicate<Request> authorised, String tenantId, SimulatedClock clock) {
    this.houses = houses;
    this.authorised = authorised;
    this.tenantId = tenantId;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) {
    List<String> path = request.segments();
    if (!path.isEmpty() && path.get(0).equals(AdminHandler.PREFIX)) {
      return guarded(request, houses.administration().handler()::serve);
    }
    Response response = headers.complete(request, guarded(request, this::route), clock.now());
    houses.administration().journal().add(request, response);
    return response;
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
    boolean missing = request.header("Authorization").isEmpty();
    Response refusal =
        Errors.response(
            missing
                ? AccessErrors.authenticationFailed().error()
                : AccessErrors.invalidAuthenticationToken().error());
    return refusal.with(
        "WWW-Authenticate",
        String.format(
            "Bearer authorization_uri=\"%s/%s\", error=\"invalid_token\","
                + " error_description=\"%s\"",
            request.base(),
            tenantId,
            missing
                ? "The authentication failed because of missing 'Authorization' header."
                : "The access token is invalid."));
  }
}
