package io.github.hybridnet.simulator.arm.error;

import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Instant;

/** The answers to requests whose token is not accepted, with the challenge that belongs to them. */
public final class TokenRefusals {
  private final String tenantId;

  /** Challenges name this tenant as the place to sign in. */
  public TokenRefusals(String tenantId) {
    this.tenantId = tenantId;
  }

  public ServerResponse missing(ServerRequest serverRequest) {
    return refusal(
        serverRequest,
        AccessErrors.authenticationFailed().error(),
        "The authentication failed because of missing 'Authorization' header.");
  }

  public ServerResponse invalid(ServerRequest serverRequest) {
    return refusal(
        serverRequest,
        AccessErrors.invalidAuthenticationToken().error(),
        "The access token is invalid.");
  }

  public ServerResponse expired(ServerRequest serverRequest, Instant expiry, Instant now) {
    ArmError error = AccessErrors.expiredAuthenticationToken(expiry, now).error();
    return refusal(serverRequest, error, error.message());
  }

  private ServerResponse refusal(ServerRequest serverRequest, ArmError error, String description) {
    return ErrorResponses.response(error)
        .with(
            "WWW-Authenticate",
            String.format(
                "Bearer authorization_uri=\"%s/%s\", error=\"invalid_token\","
                    + " error_description=\"%s\"",
                serverRequest.base(), tenantId, description));
  }
}
