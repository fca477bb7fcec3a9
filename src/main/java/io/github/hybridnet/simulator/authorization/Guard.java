package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.util.List;
import java.util.Optional;

/**
 * Lets through what is allowed and not locked, and answers nothing itself. What the cloud asks of
 * itself, for a deployment or for tags, was checked with the request that it serves.
 */
final class Guard implements PlatformEndpoint {
  private static final int SUBSCRIPTION_ALONE = 2;

  @Override
  public Optional<Response> serve(World world, ArmCall call) {
    if (call.isOfTheCloud() || call.size() <= SUBSCRIPTION_ALONE || isFree(call)) {
      return Optional.empty();
    }
    Attempt attempt = Attempt.of(call);
    if (!new Assignments(world).allow(attempt)) {
      throw AuthorizationErrors.authorizationFailed(Caller.of(call), attempt);
    }
    refuseUnlinked(world, call, attempt);
    boolean changes = !call.reads() && !isLock(call);
    List<String> locked = changes ? new Locks(world).against(attempt) : List.of();
    if (!locked.isEmpty()) {
      throw AuthorizationErrors.scopeLocked(attempt, locked);
    }
    refuseByPolicy(world, call);
    return Optional.empty();
  }

  private static void refuseByPolicy(World world, ArmCall call) {
    if (call.method().equals("PUT")) {
      ArmId.parse("/" + String.join("/", call.from(0)))
          .filter(ArmId::isResource)
          .flatMap(id -> new Policies(world).refusal(id, content(call)))
          .ifPresent(
              refusal -> {
                throw AuthorizationErrors.disallowed(refusal);
              });
    }
  }

  /** A body that cannot be read is refused later. */
  private static JsonNode content(ArmCall call) {
    try {
      return Json.parse(call.content());
    } catch (Json.BadJsonException e) {
      return Json.object();
    }
  }

  private static void refuseUnlinked(World world, ArmCall call, Attempt attempt) {
    Assignments assignments = new Assignments(world);
    for (String linked : LinkedScopes.of(call)) {
      if (!assignments.allow(new Attempt(LinkedScopes.PEER, linked))) {
        throw AuthorizationErrors.linkedAuthorizationFailed(Caller.of(call), attempt, linked);
      }
    }
  }

  /** Everybody may follow an operation and ask what he may do. */
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
