package io.github.hybridnet.simulator.arm;

/**
 * The errors about tokens, rights and subscriptions, one factory for each. Codes and texts are
 * those of public documentation and reports.
 */
public final class AccessErrors {

  private AccessErrors() {}

  /** No bearer token was sent. From public documentation, not recorded. */
  public static ArmException authenticationFailed() {
    return ArmError.gateway(
            401,
            "AuthenticationFailed",
            "Authentication failed. The 'Authorization' header is missing.")
        .exception();
  }

  /** The token is malformed, expired or not issued here. From public documentation. */
  public static ArmException invalidAuthenticationToken() {
    return ArmError.gateway(401, "InvalidAuthenticationToken", "The access token is invalid.")
        .exception();
  }

  /** The caller may not do this. From public documentation, not recorded. */
  public static ArmException authorizationFailed(String client, String action, String scope) {
    return ArmError.gateway(
            403,
            "AuthorizationFailed",
            String.format(
                "The client '%s' with object id '%s' does not have authorization to perform action"
                    + " '%s' over scope '%s' or the scope is invalid. If access was recently"
                    + " granted, please refresh your credentials.",
                client, client, action, scope))
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
