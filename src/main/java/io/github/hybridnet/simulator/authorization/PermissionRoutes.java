package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.util.Optional;

/** {@code {scope}/providers/Microsoft.Authorization/permissions}: what the caller may do there. */
final class PermissionRoutes implements PlatformEndpoint {
  /** Rights to data, beside those to resources, came with this version. */
  private static final String DATA_ACTIONS = "2018-01-01";

  @Override
  public Optional<Response> serve(World world, ArmCall call) {
    return Scope.of(world, call, "permissions").map(scope -> list(world, call, scope));
  }

  private static Response list(World world, ArmCall call, Scope scope) {
    if (!scope.rest().isEmpty()) {
      throw call.unknown();
    }
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    for (Assignments.Assignment each : new Assignments(world).at(scope.id().toString())) {
      ObjectNode entry = each.shown();
      if (call.apiVersion().compareTo(DATA_ACTIONS) >= 0) {
        entry.putArray("dataActions");
        entry.putArray("notDataActions");
      }
      value.add(entry);
    }
    return Response.json(200, body);
  }
}
