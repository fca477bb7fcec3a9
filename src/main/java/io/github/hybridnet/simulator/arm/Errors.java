package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;

/** Errors on the wire. */
public final class Errors {

  private Errors() {}

  /** The answer to a refused request. */
  public static Response response(ArmError error) {
    Response response = Response.json(error.status(), Json.object().set("error", body(error)));
    return error.source() == ArmError.Source.GATEWAY
        ? response.with("x-ms-failure-cause", "gateway")
        : response;
  }

  /** The inside of {@code "error"}. */
  static ObjectNode body(ArmError error) {
    ObjectNode body = Json.object();
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
