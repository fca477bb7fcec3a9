package io.github.hybridnet.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP answer: JSON, another text, a stream or nothing; and how much of it is sent. */
public final class Response {
  static final String CONTENT_TYPE = "Content-Type";

  private static final byte[] NOTHING = {};

  private final int status;
  private final @Nullable JsonNode body;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable String text;
  private byte[] written = NOTHING;
  private @Nullable ResponseStream stream;
  private Delivery delivery = Delivery.WHOLE;
  private List<String> causes = List.of();

  private Response(int status, @Nullable JsonNode body) {
    this.status = status;
    this.body = body;
  }

  /** How much of an answer reaches the client before the connection is closed. */
  public enum Delivery {
    /** All of it, and the connection stays open. */
    WHOLE,
    /** Status and headers announce a body that never begins. */
    HEADERS,
    /** The body breaks off. */
    HALF,
    /** Nothing. */
    NONE
  }

  /** An answer with a JSON body ({@code null} itself is a body of four bytes). */
  public static Response json(int status, JsonNode body) {
    return new Response(status, body);
  }

  /** An answer with a JSON body that has been written before; nobody may change either. */
  public static Response json(int status, JsonNode body, byte[] written) {
    Response response = new Response(status, body);
    response.written = written;
    return response;
  }

  /** An answer without a body. */
  public static Response empty(int status) {
    return new Response(status, null);
  }

  /** An answer whose body is empty for null. */
  public static Response of(int status, @Nullable JsonNode body) {
    return new Response(status, body);
  }

  /** An answer whose body is something else than JSON; its type is set as a header. */
  public static Response text(int status, String contentType, String text) {
    Response response = new Response(status, null).with(CONTENT_TYPE, contentType);
    response.text = text;
    return response;
  }

  /** An answer that goes on until its stream ends. */
  public static Response streamed(String contentType, ResponseStream stream) {
    Response response = new Response(200, null).with(CONTENT_TYPE, contentType);
    response.stream = stream;
    return response;
  }

  /** This answer, of which the client gets only so much. */
  public Response delivered(Delivery part) {
    delivery = part;
    return this;
  }

  /** This answer, which is what it is because of these rules; the client does not see them. */
  public Response because(List<String> rules) {
    causes = List.copyOf(rules);
    return this;
  }

  /** Status, headers and a copy of the JSON body, for somebody who may change it. */
  public Response copy() {
    Response copy = new Response(status, body == null ? null : body.deepCopy());
    copy.headers.putAll(headers);
    copy.text = text;
    return copy;
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

  /** What is sent after the headers; for a stream nothing. */
  byte[] bytes() {
    if (text != null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    return body == null || written.length > 0 ? written : Json.bytes(body);
  }

  Optional<ResponseStream> stream() {
    return Optional.ofNullable(stream);
  }

  public List<String> causes() {
    return causes;
  }

  public Delivery delivery() {
    return delivery;
  }
}
