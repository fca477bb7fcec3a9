package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;

/** The refusals of the admin endpoints. */
final class AdminErrors {
  private AdminErrors() {}

  static Response error(int status, String code, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", message);
    return Response.json(status, body);
  }
}
