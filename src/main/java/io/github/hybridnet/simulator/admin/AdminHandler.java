package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves {@code /_simulator/…} for requests with the admin token. */
public final class AdminHandler {
  /** The first segment of all admin paths. */
  public static final String PREFIX = "_simulator";

  private final String adminToken;
  private final SimulationEngine simulationEngine;
  private final List<AdminSection> sections;

  /**
   * An admin handler of this cloud.
   *
   * @param adminToken what every request must have
   * @param simulationEngine the cloud
   * @param sections all other endpoints
   */
  public AdminHandler(
      String adminToken, SimulationEngine simulationEngine, List<AdminSection> sections) {
    this.adminToken = adminToken;
    this.simulationEngine = simulationEngine;
    this.sections = List.copyOf(sections);
  }

  /** Answers an admin request. */
  public ServerResponse serve(ServerRequest serverRequest) {
    boolean known =
        serverRequest
            .bearer()
            .or(() -> serverRequest.header("x-simulator-token"))
            .filter(this::good)
            .isPresent();
    if (!known) {
      return AdminErrors.error(
          401, "AdminTokenRequired", "Send the adminToken of credentials.json as bearer token.");
    }
    JsonNode body;
    try {
      body = serverRequest.body().length == 0 ? null : JsonCodec.parse(serverRequest.body());
    } catch (JsonCodec.BadJsonException e) {
      return AdminErrors.error(400, "InvalidRequestContent", "The body is " + e.why() + ".");
    }
    return route(serverRequest, body);
  }

  private ServerResponse route(ServerRequest serverRequest, @Nullable JsonNode body) {
    List<String> path = serverRequest.segments().subList(1, serverRequest.segments().size());
    String call = serverRequest.method() + " " + String.join("/", path);
    return sections.stream()
        .flatMap(section -> section.serve(call, serverRequest, body).stream())
        .findFirst()
        .orElseGet(() -> onResource(serverRequest, path, body));
  }

  private ServerResponse onResource(
      ServerRequest serverRequest, List<String> path, @Nullable JsonNode body) {
    Optional<ServerResponse> answer =
        new ModuleAdminCalls(simulationEngine)
            .serve(serverRequest.method(), path, serverRequest.query(), body);
    return answer.orElseGet(
        () ->
            AdminErrors.error(404, "NotFound", "There is no admin call '" + serverRequest + "'."));
  }

  private boolean good(String token) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), adminToken.getBytes(StandardCharsets.UTF_8));
  }
}
