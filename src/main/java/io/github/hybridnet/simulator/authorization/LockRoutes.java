package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.util.List;
import java.util.Optional;

/** {@code {scope}/providers/Microsoft.Authorization/locks}, at every scope. */
final class LockRoutes implements PlatformEndpoint {
  private static final List<String> LEVELS = List.of(Locks.CAN_NOT_DELETE, Locks.READ_ONLY);

  @Override
  public Optional<Response> serve(World world, ArmCall call) {
    Optional<Scope> scope = Scope.of(world, call, "locks");
    if (scope.isEmpty()) {
      return Optional.empty();
    }
    List<String> rest = scope.get().rest();
    if (rest.size() > 1) {
      throw call.unknown();
    }
    ArmId id = scope.get().id();
    return Optional.of(rest.isEmpty() ? list(world, call, id) : one(world, call, id, rest.get(0)));
  }

  /** Those at, above and below the scope; with {@code atScope()} not those below. */
  private static Response list(World world, ArmCall call, ArmId scope) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    boolean below = !call.query().getOrDefault("$filter", "").strip().equals("atScope()");
    String asked = scope.toString();
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    for (Locks.Lock lock : new Locks(world).all()) {
      String locked = lock.scope().toString();
      if (Attempt.isWithin(asked, locked) || (below && Attempt.isWithin(locked, asked))) {
        value.add(shown(lock));
      }
    }
    return Response.json(200, body);
  }

  private static Response one(World world, ArmCall call, ArmId scope, String name) {
    Locks locks = new Locks(world);
    Optional<Locks.Lock> found = locks.find(scope, name);
    return switch (call.method()) {
      case "GET" ->
          Response.json(
              200,
              shown(
                  found.orElseThrow(
                      () -> AuthorizationErrors.lockNotFound(name, scope.toString()))));
      case "PUT" -> put(locks, new Locks.Lock(scope, name, properties(call)), found.isPresent());
      case "DELETE" -> {
        locks.remove(scope, name);
        yield Response.empty(found.isPresent() ? 200 : 204);
      }
      default -> throw call.wrongMethod();
    };
  }

  private static Response put(Locks locks, Locks.Lock lock, boolean exists) {
    locks.put(lock);
    return Response.json(exists ? 200 : 201, shown(lock));
  }

  private static ObjectNode properties(ArmCall call) {
    JsonNode body = call.body();
    if (body == null || !body.isObject()) {
      throw ArmErrors.missingBody();
    }
    String level = body.path("properties").path("level").asText("");
    ObjectNode properties = Json.object();
    properties.put(
        "level",
        LEVELS.stream()
            .filter(level::equalsIgnoreCase)
            .findFirst()
            .orElseThrow(() -> AuthorizationErrors.invalidLockLevel(level)));
    JsonNode notes = body.path("properties").path("notes");
    if (notes.isTextual()) {
      properties.set("notes", notes);
    }
    return properties;
  }

  private static ObjectNode shown(Locks.Lock lock) {
    ObjectNode shown = Json.object();
    shown.set("properties", lock.properties());
    shown.put("id", lock.scope() + "/providers/Microsoft.Authorization/locks/" + lock.name());
    return shown.put("type", "Microsoft.Authorization/locks").put("name", lock.name());
  }
}
