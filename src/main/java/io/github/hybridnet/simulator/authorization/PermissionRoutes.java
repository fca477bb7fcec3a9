package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.Optional;

/** {@code {scope}/providers/Microsoft.Authorization/permissions}: what the caller may do there. */
final class PermissionRoutes implements PlatformEndpoint {
  /** Rights to data, beside those to resources, came with this version. */
  private static final String DATA_ACTIONS = "2018-01-01";

  @Override
  public Optional<ServerResponse> serve(World world, ArmCall call) {
    return AuthorizationPath.of(world, call, "permissions")
        .map(authorizationPath -> list(world, call, authorizationPath));
  }

  private static ServerResponse list(
      World world, ArmCall call, AuthorizationPath authorizationPath) {
    if (!authorizationPath.rest().isEmpty()) {
      throw call.unknown();
    }
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    for (RoleAssignments.Assignment each :
        new RoleAssignments(world).at(authorizationPath.id().toString())) {
      ObjectNode entry = each.shown();
      if (call.apiVersion().compareTo(DATA_ACTIONS) >= 0) {
        entry.putArray("dataActions");
        entry.putArray("notDataActions");
      }
      value.add(entry);
    }
    return ServerResponse.json(200, body);
  }
}
