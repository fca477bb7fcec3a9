package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.Optional;

/** Refusals of the admin endpoints, which exist nowhere in Azure. */
final class AdminErrors {
  private AdminErrors() {}

  static ServerResponse error(int status, String code, String message) {
    ObjectNode body = JsonCodec.object();
    body.putObject("error").put("code", code).put("message", message);
    return ServerResponse.json(status, body);
  }

  static ServerResponse badQuery(String parameter, String wanted) {
    return error(400, "InvalidQuery", "The parameter '" + parameter + "' must be " + wanted + ".");
  }

  /** A number that is not negative; empty if the text is none. */
  static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text)).filter(number -> number >= 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
