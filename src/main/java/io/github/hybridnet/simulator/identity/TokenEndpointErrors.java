package io.github.hybridnet.simulator.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The refusals of the token endpoint, in the words of Microsoft Entra ID. */
final class TokenEndpointErrors {
  private final InstantSource wall;
  private final String correlation;

  /**
   * The refusals of one request.
   *
   * @param wall the time in them
   * @param correlation the id by which client and service know the request
   */
  TokenEndpointErrors(InstantSource wall, String correlation) {
    this.wall = wall;
    this.correlation = correlation;
  }

  ServerResponse wrongSecret(String clientId) {
    return error(
        401,
        "invalid_client",
        7000215,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client"
            + " secret value, not the client secret ID, for a secret added to app '"
            + clientId
            + "'.");
  }

  ServerResponse noCredential() {
    return error(
        401,
        "invalid_client",
        7000216,
        "'client_assertion', 'client_secret' or 'request' is required for the"
            + " 'client_credentials' grant type.");
  }

  ServerResponse unknownClient(String clientId, String tenant) {
    return error(
        400,
        "unauthorized_client",
        700016,
        "Application with identifier '"
            + clientId
            + "' was not found in the directory '"
            + tenant
            + "'. This can happen if the application has not been installed by the administrator of"
            + " the tenant or consented to by any user in the tenant. You may have sent your"
            + " authentication request to the wrong tenant.");
  }

  ServerResponse unknownTenant(String tenant) {
    return error(
        400,
        "invalid_request",
        90002,
        "Tenant '"
            + tenant
            + "' not found. Check to make sure you have the correct tenant ID and are signing into"
            + " the correct cloud. Check with your subscription administrator, this may happen if"
            + " there are no active subscriptions for the tenant.");
  }

  ServerResponse unsupportedGrant(String grant) {
    return error(
        400,
        "unsupported_grant_type",
        70003,
        "The app requested an unsupported grant type '" + grant + "'.");
  }

  ServerResponse missing(String parameter) {
    return error(
        400,
        "invalid_request",
        900144,
        "The request body must contain the following parameter: '" + parameter + "'.");
  }

  /** From a public report of 2020. */
  ServerResponse transientError() {
    return error(
        503, "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.");
  }

  private ServerResponse error(int status, String error, int code, String text) {
    String trace = UUID.randomUUID().toString();
    String time = wall.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    ObjectNode body = JsonCodec.object().put("error", error);
    body.put(
        "error_description",
        "AADSTS"
            + code
            + ": "
            + text
            + " Trace ID: "
            + trace
            + " Correlation ID: "
            + correlation
            + " Timestamp: "
            + time);
    body.putArray("error_codes").add(code);
    body.put("timestamp", time).put("trace_id", trace).put("correlation_id", correlation);
    return ServerResponse.json(status, body);
  }
}
