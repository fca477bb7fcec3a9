package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/**
 * Refuses requests that are not allowed or are locked. The cloud's own calls, for a deployment or
 * for tags, were checked with the request that caused them.
 */
final class AuthorizationGuard implements PlatformEndpoint {
  private static final int SUBSCRIPTION_ALONE = 2;

  @Override
  public Optional<ServerResponse> serve(World world, ArmCall call) {
    if (call.isOfTheCloud() || call.size() <= SUBSCRIPTION_ALONE || isFree(call)) {
      return Optional.empty();
    }
    RequestedAction requestedAction = RequestedAction.of(call);
    if (!new RoleAssignments(world).allow(requestedAction)) {
      throw AuthorizationErrors.authorizationFailed(CallerIdentity.of(call), requestedAction);
    }
    refuseUnlinked(world, call, requestedAction);
    boolean changes = !call.reads() && !isLock(call);
    List<String> locked = changes ? new ResourceLocks(world).against(requestedAction) : List.of();
    if (!locked.isEmpty()) {
      throw AuthorizationErrors.scopeLocked(requestedAction, locked);
    }
    refuseByPolicy(world, call);
    return Optional.empty();
  }

  private static void refuseByPolicy(World world, ArmCall call) {
    if (call.method().equals("PUT")) {
      ArmId.parse("/" + String.join("/", call.from(0)))
          .filter(ArmId::isResource)
          .flatMap(id -> new WritePolicies(world).refusal(id, content(call)))
          .ifPresent(
              refusal -> {
                throw AuthorizationErrors.disallowed(refusal);
              });
    }
  }

  /** A body that cannot be read is refused later. */
  private static JsonNode content(ArmCall call) {
    try {
      return JsonCodec.parse(call.content());
    } catch (JsonCodec.BadJsonException e) {
      return JsonCodec.object();
    }
  }

  private static void refuseUnlinked(World world, ArmCall call, RequestedAction requestedAction) {
    RoleAssignments roleAssignments = new RoleAssignments(world);
    for (String linked : LinkedScopes.of(call)) {
      if (!roleAssignments.allow(new RequestedAction(LinkedScopes.PEER, linked))) {
        throw AuthorizationErrors.linkedAuthorizationFailed(
            CallerIdentity.of(call), requestedAction, linked);
      }
    }
  }

  /** Every caller may poll operations and list its own permissions. */
  private static boolean isFree(ArmCall call) {
    List<String> path = call.from(0);
    String last = path.get(path.size() - 1);
    String before = path.get(path.size() - 2);
    return call.reads()
        && (before.equalsIgnoreCase("operations")
            || before.equalsIgnoreCase("operationResults")
            || before.equalsIgnoreCase("operationStatuses")
            || (isOfAuthorization(path, path.size() - 1) && last.equalsIgnoreCase("permissions")));
  }

  private static boolean isLock(ArmCall call) {
    List<String> path = call.from(0);
    int place = path.size() - 2;
    return isOfAuthorization(path, place) && path.get(place).equalsIgnoreCase("locks");
  }

  private static boolean isOfAuthorization(List<String> path, int place) {
    return path.get(place - 1).equalsIgnoreCase("Microsoft.Authorization")
        && path.get(place - 2).equalsIgnoreCase("providers");
  }
}
