package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** {@code {scope}/providers/Microsoft.Authorization/locks}, at every scope. */
final class LockRoutes implements PlatformEndpoint {
  private static final List<String> LEVELS =
      List.of(ResourceLocks.CAN_NOT_DELETE, ResourceLocks.READ_ONLY);

  @Override
  public Optional<ServerResponse> serve(World world, ArmCall call) {
    Optional<AuthorizationPath> scope = AuthorizationPath.of(world, call, "locks");
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
  private static ServerResponse list(World world, ArmCall call, ArmId scope) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    boolean below = !call.query().getOrDefault("$filter", "").strip().equals("atScope()");
    String asked = scope.toString();
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    for (ResourceLocks.Lock lock : new ResourceLocks(world).all()) {
      String locked = lock.scope().toString();
      if (RequestedAction.isWithin(asked, locked)
          || (below && RequestedAction.isWithin(locked, asked))) {
        value.add(shown(lock));
      }
    }
    return ServerResponse.json(200, body);
  }

  private static ServerResponse one(World world, ArmCall call, ArmId scope, String name) {
    ResourceLocks resourceLocks = new ResourceLocks(world);
    Optional<ResourceLocks.Lock> found = resourceLocks.find(scope, name);
    return switch (call.method()) {
      case "GET" ->
          ServerResponse.json(
              200,
              shown(
                  found.orElseThrow(
                      () -> AuthorizationErrors.lockNotFound(name, scope.toString()))));
      case "PUT" ->
          put(
              resourceLocks,
              new ResourceLocks.Lock(scope, name, properties(call)),
              found.isPresent());
      case "DELETE" -> {
        resourceLocks.remove(scope, name);
        yield ServerResponse.empty(found.isPresent() ? 200 : 204);
      }
      default -> throw call.wrongMethod();
    };
  }

  private static ServerResponse put(
      ResourceLocks resourceLocks, ResourceLocks.Lock lock, boolean exists) {
    resourceLocks.put(lock);
    return ServerResponse.json(exists ? 200 : 201, shown(lock));
  }

  private static ObjectNode properties(ArmCall call) {
    JsonNode body = call.body();
    if (body == null || !body.isObject()) {
      throw ArmErrors.missingBody();
    }
    String level = body.path("properties").path("level").asText("");
    ObjectNode properties = JsonCodec.object();
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

  private static ObjectNode shown(ResourceLocks.Lock lock) {
    ObjectNode shown = JsonCodec.object();
    shown.set("properties", lock.properties());
    shown.put("id", lock.scope() + "/providers/Microsoft.Authorization/locks/" + lock.name());
    return shown.put("type", "Microsoft.Authorization/locks").put("name", lock.name());
  }
}
