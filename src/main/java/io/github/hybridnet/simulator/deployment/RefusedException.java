package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;

/** A refusal whose error says more than a code and a text. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ObjectNode error;

  RefusedException(int status, ObjectNode error) {
    super(error.path("code").asText());
    this.status = status;
    this.error = error;
  }

  Response response() {
    ObjectNode body = Json.object();
    body.set("error", error);
    return Response.json(status, body).with("x-ms-failure-cause", "gateway");
  }
}
