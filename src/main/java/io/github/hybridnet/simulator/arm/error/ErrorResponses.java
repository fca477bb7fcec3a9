package io.github.hybridnet.simulator.arm.error;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;

/** Errors on the wire. */
public final class ErrorResponses {

  private ErrorResponses() {}

  /** The answer to a refused request. */
  public static ServerResponse response(ArmError error) {
    ServerResponse serverResponse =
        ServerResponse.json(error.status(), JsonCodec.object().set("error", body(error)));
    return error.source() == ArmError.Source.GATEWAY
        ? serverResponse.with("x-ms-failure-cause", "gateway")
        : serverResponse;
  }

  /** The inside of {@code "error"}. */
  public static ObjectNode body(ArmError error) {
    ObjectNode body = JsonCodec.object();
    body.put("code", error.code()).put("message", error.message());
    if (error.source() == ArmError.Source.PROVIDER) {
      ArrayNode details = body.putArray("details");
      error
          .details()
          .forEach(
              detail ->
                  details.addObject().put("code", detail.code()).put("message", detail.message()));
    }
    return body;
  }
}
