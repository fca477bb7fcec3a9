package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;

/** A refusal whose error says more than a code and a text. */
public final class DeploymentRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ObjectNode error;

  DeploymentRefusedException(int status, ObjectNode error) {
    super(error.path("code").asText());
    this.status = status;
    this.error = error;
  }

  public ServerResponse response() {
    ObjectNode body = JsonCodec.object();
    body.set("error", error);
    return ServerResponse.json(status, body).with("x-ms-failure-cause", "gateway");
  }
}
