package io.github.hybridnet.survival;

import java.util.function.UnaryOperator;

/** Answers that say nothing, made of honest ones. */
enum HostileAnswer {
  LOGIN(200, body -> "{\"message\":\"Please log in\"}"),
  EMPTY(200, body -> ""),
  NO_CONTENT(204, body -> ""),
  NULL(200, body -> "null"),
  LIST(200, body -> "[]"),
  NUMBER(200, body -> "7"),
  OBJECT(200, body -> "{}"),
  PAGE(200, body -> "<html><body>Please log in</body></html>"),
  HALF(200, body -> body.substring(0, body.length() / 2)),
  OTHER_NAMES(200, body -> body.replaceAll("\"(id|value|properties)\"", "\"x$1\"")),
  NO_LIST(
      200,
      body ->
          body.replaceFirst("^\\{\\s*\"value\"\\s*:\\s*\\[", "{\"items\":[")
              + (body.startsWith("{\"value\"") ? "" : "x")),
  STRANGE_NEXT(
      200,
      body ->
          body.replaceFirst("\\{", "{\"nextLink\":5,")
              + "x".repeat(body.contains("\"value\"") ? 0 : 1)),
  WRONG_TYPES(200, body -> body.replaceAll("\"(id|value|properties)\"\\s*:", "\"$1\":7,\"x$1\":")),
  NOT_FOUND(404, body -> "{\"error\":{\"code\":\"PageNotFound\",\"message\":\"no such page\"}}"),
  MOVED(302, body -> "");

  private final int status;
  private final UnaryOperator<String> body;

  HostileAnswer(int status, UnaryOperator<String> body) {
    this.status = status;
    this.body = body;
  }

  int status() {
    return status;
  }

  String of(String honest) {
    return body.apply(honest);
  }
}
