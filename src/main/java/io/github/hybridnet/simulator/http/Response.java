package io.github.hybridnet.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP answer whose body is JSON or empty. */
public final class Response {
  private final int status;
  private final @Nullable JsonNode body;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Response(int status, @Nullable JsonNode body) {
    this.status = status;
    this.body = body;
  }

  /** An answer with a JSON body ({@code null} itself is a body of four bytes). */
  public static Response json(int status, JsonNode body) {
    return new Response(status, body);
  }

  /** An answer without a body. */
  public static Response empty(int status) {
    return new Response(status, null);
  }

  /** An answer whose body is empty for null. */
  public static Response of(int status, @Nullable JsonNode body) {
    return new Response(status, body);
  }

  /** Sets a header. */
  public Response with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  public Optional<JsonNode> body() {
    return Optional.ofNullable(body);
  }

  public Map<String, String> headers() {
    return headers;
  }
}
