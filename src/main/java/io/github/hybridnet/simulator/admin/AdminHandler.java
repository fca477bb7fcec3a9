package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.AdminCalls;
import io.github.hybridnet.simulator.arm.Engine;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /_simulator/…}: for whoever has the admin token. */
public final class AdminHandler {
  /** The first segment of all admin paths. */
  public static final String PREFIX = "_simulator";

  private final String adminToken;
  private final Engine engine;
  private final Journal journal;
  private final List<AdminSection> sections;

  /**
   * Steers this cloud.
   *
   * @param adminToken what every request must have
   * @param engine the cloud
   * @param journal the requests
   * @param sections further endpoints
   */
  public AdminHandler(
      String adminToken, Engine engine, Journal journal, List<AdminSection> sections) {
    this.adminToken = adminToken;
    this.engine = engine;
    this.journal = journal;
    this.sections = List.copyOf(sections);
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
      return AdminErrors.error(
          401, "AdminTokenRequired", "Send the adminToken of credentials.json as bearer token.");
    }
    JsonNode body;
    try {
      body = request.body().length == 0 ? null : Json.parse(request.body());
    } catch (Json.BadJsonException e) {
      return AdminErrors.error(400, "InvalidRequestContent", "The body is " + e.why() + ".");
    }
    return route(request, body);
  }

  private Response route(Request request, @Nullable JsonNode body) {
    List<String> path = request.segments().subList(1, request.segments().size());
    String call = request.method() + " " + String.join("/", path);
    if (call.equals("GET requests")) {
      return Response.json(200, journal.toJson());
    }
    return sections.stream()
        .flatMap(section -> section.serve(call, request, body).stream())
        .findFirst()
        .orElseGet(() -> onResource(request, path, body));
  }

  private Response onResource(Request request, List<String> path, @Nullable JsonNode body) {
    Optional<Response> answer =
        new AdminCalls(engine).serve(request.method(), path, request.query(), body);
    return answer.orElseGet(
        () -> AdminErrors.error(404, "NotFound", "There is no admin call '" + request + "'."));
  }

  private boolean good(String token) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), adminToken.getBytes(StandardCharsets.UTF_8));
  }
}
