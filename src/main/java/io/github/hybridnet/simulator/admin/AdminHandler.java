package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.AdminCalls;
import io.github.hybridnet.simulator.arm.Engine;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /_simulator/…}: for whoever has the admin token. */
public final class AdminHandler {
  /** The first segment of all admin paths. */
  public static final String PREFIX = "_simulator";

  private final String adminToken;
  private final SimulatedClock clock;
  private final Engine engine;
  private final Journal journal;
  private final StateCalls states;

  /**
   * Steers this cloud.
   *
   * @param adminToken what every request must have
   * @param clock the clock that can be advanced
   * @param engine the cloud
   * @param journal the requests
   * @param states the calls on everything at once
   */
  public AdminHandler(
      String adminToken, SimulatedClock clock, Engine engine, Journal journal, StateCalls states) {
    this.adminToken = adminToken;
    this.clock = clock;
    this.engine = engine;
    this.journal = journal;
    this.states = states;
  }

  /** Answers an admin request. */
  public Response serve(Request request) {
    boolean known =
        request
            .bearer()
            .or(() -> request.header("x-simulator-token"))
            .filter(this::good)
            .isPresent();
    if (!known) {
      return error(
          401, "AdminTokenRequired", "Send the adminToken of credentials.json as bearer token.");
    }
    List<String> path = request.segments().subList(1, request.segments().size());
    JsonNode body;
    try {
      body = request.body().length == 0 ? null : Json.parse(request.body());
    } catch (Json.BadJsonException e) {
      return error(400, "InvalidRequestContent", "The body is " + e.why() + ".");
    }
    return switch (request.method() + " " + String.join("/", path)) {
      case "GET requests" -> Response.json(200, journal.toJson());
      case "GET clock" -> Response.json(200, time());
      case "POST clock" -> advance(body);
      default -> onResource(request, path, body);
    };
  }

  private Response onResource(Request request, List<String> path, @Nullable JsonNode body) {
    return states
        .serve(request.method(), path)
        .or(() -> new AdminCalls(engine).serve(request.method(), path, request.query(), body))
        .orElseGet(() -> error(404, "NotFound", "There is no admin call '" + request + "'."));
  }

  private Response advance(@Nullable JsonNode body) {
    String text = body == null ? "" : body.path("advance").asText("");
    Duration duration;
    try {
      duration = Duration.parse(text);
    } catch (DateTimeParseException e) {
      return error(
          400,
          "InvalidDuration",
          "Send {\"advance\": \"PT10M\"}, an ISO-8601 duration, not '" + text + "'.");
    }
    if (duration.isNegative()) {
      return error(400, "InvalidDuration", "Simulated time never goes back.");
    }
    try {
      clock.advance(duration);
    } catch (IllegalArgumentException e) {
      return error(400, "InvalidDuration", "The duration is " + e.getMessage() + ".");
    }
    engine.settle();
    engine.touch();
    return Response.json(200, time());
  }

  private ObjectNode time() {
    return Json.object().put("now", clock.now().toString()).put("speed", clock.speed());
  }

  private boolean good(String token) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), adminToken.getBytes(StandardCharsets.UTF_8));
  }

  private static Response error(int status, String code, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", message);
    return Response.json(status, body);
  }
}
