package io.github.hybridnet.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP answer: JSON, another text, a stream or nothing; and how much of it is sent. */
public final class ServerResponse {
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

  private ServerResponse(int status, @Nullable JsonNode body) {
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
    /** No byte of the answer is sent. */
    NONE
  }

  /** An answer with a JSON body ({@code null} itself is a body of four bytes). */
  public static ServerResponse json(int status, JsonNode body) {
    return new ServerResponse(status, body);
  }

  /** An answer with a JSON body that has been written before; nobody may change either. */
  public static ServerResponse json(int status, JsonNode body, byte[] written) {
    ServerResponse serverResponse = new ServerResponse(status, body);
    serverResponse.written = written;
    return serverResponse;
  }

  /** An answer without a body. */
  public static ServerResponse empty(int status) {
    return new ServerResponse(status, null);
  }

  /** An answer whose body is empty for null. */
  public static ServerResponse of(int status, @Nullable JsonNode body) {
    return new ServerResponse(status, body);
  }

  /** An answer whose body is something else than JSON; its type is set as a header. */
  public static ServerResponse text(int status, String contentType, String text) {
    ServerResponse serverResponse =
        new ServerResponse(status, null).with(CONTENT_TYPE, contentType);
    serverResponse.text = text;
    return serverResponse;
  }

  /** An answer that goes on until its stream ends. */
  public static ServerResponse streamed(String contentType, ResponseStream stream) {
    ServerResponse serverResponse = new ServerResponse(200, null).with(CONTENT_TYPE, contentType);
    serverResponse.stream = stream;
    return serverResponse;
  }

  /** This answer, of which the client gets only so much. */
  public ServerResponse delivered(Delivery part) {
    delivery = part;
    return this;
  }

  /** This answer, which is what it is because of these rules; the client does not see them. */
  public ServerResponse because(List<String> rules) {
    causes = List.copyOf(rules);
    return this;
  }

  /** Status, headers and a copy of the JSON body, for somebody who may change it. */
  public ServerResponse copy() {
    ServerResponse copy = new ServerResponse(status, body == null ? null : body.deepCopy());
    copy.headers.putAll(headers);
    copy.text = text;
    return copy;
  }

  /** The same answer with a header. */
  public ServerResponse with(String name, String value) {
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
    return body == null || written.length > 0 ? written : JsonCodec.bytes(body);
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
