package io.github.hybridnet.simulator.authorization;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import java.util.List;

/** Refusals because of a missing right or a lock. The first two are those of public reports. */
final class AuthorizationErrors {
  private AuthorizationErrors() {}

  static ArmException authorizationFailed(
      CallerIdentity callerIdentity, RequestedAction requestedAction) {
    return ArmError.gateway(
            403,
            "AuthorizationFailed",
            String.format(
                "The client '%s' with object id '%s' does not have authorization to perform action"
                    + " '%s' over scope '%s' or the scope is invalid. If access was recently"
                    + " granted, please refresh your credentials.",
                callerIdentity.client(),
                callerIdentity.object(),
                requestedAction.action(),
                requestedAction.scope()))
        .exception();
  }

  /** The text is that of public reports. */
  static ArmException linkedAuthorizationFailed(
      CallerIdentity callerIdentity, RequestedAction requestedAction, String linked) {
    return ArmError.gateway(
            403,
            "LinkedAuthorizationFailed",
            String.format(
                "The client '%s' with object id '%s' has permission to perform action '%s' on scope"
                    + " '%s'; however, it does not have permission to perform action(s) '%s' on the"
                    + " linked scope(s) '%s' (respectively) or the linked scope(s) are invalid.",
                callerIdentity.client(),
                callerIdentity.object(),
                requestedAction.action(),
                requestedAction.scope(),
                LinkedScopes.PEER,
                linked))
        .exception();
  }

  static ArmException scopeLocked(RequestedAction requestedAction, List<String> locked) {
    return ArmError.gateway(
            409,
            "ScopeLocked",
            String.format(
                "The scope '%s' cannot perform %s operation because following scope(s) are locked:"
                    + " '%s'. Please remove the lock and try again.",
                requestedAction.scope(),
                requestedAction.deletes() ? "delete" : "write",
                String.join(",", locked)))
        .exception();
  }

  /** A policy or a quota forbids it. */
  static ArmException disallowed(WritePolicies.Refusal refusal) {
    return ArmError.gateway(refusal.status(), refusal.code(), refusal.message()).exception();
  }

  /** Neither code nor text are evidenced. */
  static ArmException lockNotFound(String name, String scope) {
    return ArmError.gateway(
            404, "LockNotFound", "The lock '%s' of '%s' was not found.".formatted(name, scope))
        .exception();
  }

  /** Neither code nor text are evidenced. */
  static ArmException invalidLockLevel(String level) {
    return ArmError.gateway(
            400,
            "InvalidLockLevel",
            "The lock level '%s' is none of CanNotDelete and ReadOnly.".formatted(level))
        .exception();
  }
}
