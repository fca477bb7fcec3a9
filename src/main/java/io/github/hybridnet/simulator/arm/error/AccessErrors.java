package io.github.hybridnet.simulator.arm.error;

import java.time.Instant;

/**
 * The errors about tokens and subscriptions, one factory for each. Codes and texts are those of
 * public documentation and reports.
 */
public final class AccessErrors {

  private AccessErrors() {}

  /** No bearer token was sent. From public documentation, not recorded. */
  static ArmException authenticationFailed() {
    return ArmError.gateway(
            401,
            "AuthenticationFailed",
            "Authentication failed. The 'Authorization' header is missing.")
        .exception();
  }

  /** The token is malformed, expired or not issued here. Known from public documentation. */
  static ArmException invalidAuthenticationToken() {
    return ArmError.gateway(401, "InvalidAuthenticationToken", "The access token is invalid.")
        .exception();
  }

  /** The token has expired. Known from public reports. */
  static ArmException expiredAuthenticationToken(Instant expiry, Instant now) {
    return ArmError.gateway(
            401,
            "ExpiredAuthenticationToken",
            String.format(
                "The access token expiry UTC time '%s' is earlier than current UTC time '%s'.",
                ErrorTimeFormat.text(expiry), ErrorTimeFormat.text(now)))
        .exception();
  }

  public static ArmException subscriptionNotFound(String subscription) {
    return ArmError.gateway(
            404,
            "SubscriptionNotFound",
            String.format("The subscription '%s' could not be found.", subscription))
        .exception();
  }

  public static ArmException invalidSubscriptionId(String subscription) {
    return ArmError.gateway(
            400,
            "InvalidSubscriptionId",
            String.format(
                "The provided subscription identifier '%s' is malformed or invalid.", subscription))
        .exception();
  }
}
