package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.time.Instant;

/** The answers to requests whose token is not accepted, with the challenge that belongs to them. */
public final class TokenRefusals {
  private final String tenantId;

  /** Challenges name this tenant as the place to sign in. */
  public TokenRefusals(String tenantId) {
    this.tenantId = tenantId;
  }

  public Response missing(Request request) {
    return refusal(
        request,
        AccessErrors.authenticationFailed().error(),
        "The authentication failed because of missing 'Authorization' header.");
  }

  public Response invalid(Request request) {
    return refusal(
        request, AccessErrors.invalidAuthenticationToken().error(), "The access token is invalid.");
  }

  public Response expired(Request request, Instant expiry, Instant now) {
    ArmError error = AccessErrors.expiredAuthenticationToken(expiry, now).error();
    return refusal(request, error, error.message());
  }

  private Response refusal(Request request, ArmError error, String description) {
    return Errors.response(error)
        .with(
            "WWW-Authenticate",
            String.format(
                "Bearer authorization_uri=\"%s/%s\", error=\"invalid_token\","
                    + " error_description=\"%s\"",
                request.base(), tenantId, description));
  }
}
