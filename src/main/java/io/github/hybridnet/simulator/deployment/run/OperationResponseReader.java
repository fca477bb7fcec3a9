package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.endpoint.OperationHeaders;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.net.URI;
import java.util.Map;

/** What the engine reads from the answers of Resource Manager. */
final class OperationResponseReader {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(202, "Accepted"),
          Map.entry(204, "NoContent"),
          Map.entry(400, "BadRequest"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(405, "MethodNotAllowed"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "PreconditionFailed"),
          Map.entry(429, "TooManyRequests"),
          Map.entry(500, "InternalServerError"),
          Map.entry(503, "ServiceUnavailable"));

  private OperationResponseReader() {}

  /** The word for a status in lists of operations. */
  static String name(int status) {
    return NAMES.getOrDefault(status, Integer.toString(status));
  }

  static boolean accepted(ServerResponse answer) {
    return answer.status() < 300;
  }

  /** Whether a refusal is only for now: the resource, or one that it needs, is busy. */
  static boolean retryable(ServerResponse answer) {
    return answer.status() == 429 || answer.status() == 503;
  }

  /** Whether another operation on the resource runs. */
  static boolean conflicting(ServerResponse answer) {
    String code = error(answer).path("code").asText();
    return answer.status() == 409 && code.equals("AnotherOperationInProgress");
  }

  static JsonNode error(ServerResponse answer) {
    JsonNode body = answer.body().orElse(null);
    return body != null && body.path("error").isObject()
        ? body.path("error")
        : DeploymentErrors.error(name(answer.status()), "The request failed.");
  }

  /** Where the operation of an answer is asked for, as a path; empty if it has none. */
  static String operation(ServerResponse answer) {
    String url = answer.headers().getOrDefault(OperationHeaders.ASYNC_OPERATION, "");
    return url.isEmpty() ? "" : URI.create(url).getPath();
  }
}
