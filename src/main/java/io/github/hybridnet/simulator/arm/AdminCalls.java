package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The admin calls on resources that the modules have registered. */
public final class AdminCalls {
  private static final String API_VERSION = "2025-03-01";

  private final Engine engine;

  public AdminCalls(Engine engine) {
    this.engine = engine;
  }

  /**
   * Serves {@code {collection}/{name}/{verb}}; empty if no such call is registered.
   *
   * @param method the HTTP method
   * @param path the segments after {@code _simulator}
   * @param query {@code resourceGroup} picks one of several resources of the same name
   * @param body the JSON body, if there is one
   */
  public Optional<Response> serve(
      String method, List<String> path, Map<String, String> query, @Nullable JsonNode body) {
    Optional<Registry.WorldCall> general =
        engine.registrations().worldCalls().stream()
            .filter(call -> call.method().equals(method))
            .filter(call -> call.path().equals(String.join("/", path)))
            .findFirst();
    if (general.isPresent()) {
      return Optional.of(run(general.get(), body == null ? Json.object() : body));
    }
    return engine.registrations().adminCalls().stream()
        .filter(call -> call.method().equals(method) && path.size() == 3)
        .filter(call -> call.collection().equals(path.get(0)) && call.verb().equals(path.get(2)))
        .findFirst()
        .map(call -> run(call, path.get(1), new ArmRequest.Call(method, API_VERSION, query, body)));
  }

  private Response run(Registry.WorldCall call, JsonNode body) {
    try {
      return Response.json(200, engine.transact(world -> call.answer().apply(world, body)));
    } catch (ArmException e) {
      return Errors.response(e.error());
    }
  }

  private Response run(Registry.AdminCall call, String name, ArmRequest.Call sent) {
    try {
      return engine.transact(world -> run(world, call, name, sent));
    } catch (ArmException e) {
      return Errors.response(e.error());
    }
  }

  private static Response run(
      Transaction world, Registry.AdminCall call, String name, ArmRequest.Call sent) {
    String group = sent.query().getOrDefault("resourceGroup", "");
    List<ArmId> found =
        world.resources().all(call.type()).stream()
            .flatMap(resource -> ArmId.parse(resource.path("id").asText()).stream())
            .filter(id -> id.name().equalsIgnoreCase(name))
            .filter(id -> group.isEmpty() || id.resourceGroup().equalsIgnoreCase(group))
            .toList();
    if (found.isEmpty()) {
      return error(404, "NotFound", "No " + call.type() + " is named '" + name + "'.", found);
    }
    if (found.size() > 1) {
      String text = "Several are named '" + name + "'. Choose one with ?resourceGroup=.";
      return error(409, "AmbiguousName", text, found);
    }
    ObjectNode resource = world.resources().find(found.get(0)).orElseThrow();
    ArmRequest request = new ArmRequest(world, found.get(0), sent, resource, Map.of());
    Answer answer = call.operation().accept(request);
    return Response.of(answer.status(), answer.body());
  }

  private static Response error(int status, String code, String message, List<ArmId> ids) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("code", code).put("message", message);
    if (!ids.isEmpty()) {
      ids.forEach(id -> error.withArrayProperty("ids").add(id.toString()));
    }
    return Response.json(status, body);
  }
}
