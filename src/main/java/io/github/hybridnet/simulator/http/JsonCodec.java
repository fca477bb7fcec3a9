package io.github.hybridnet.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON as it goes over the wire: strict when read, compact when written. */
public final class JsonCodec {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonCodec() {}

  /** A new empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Parses the bytes of a JSON document.
   *
   * @throws BadJsonException if it is not one JSON value; its message has no part of the text
   */
  public static JsonNode parse(byte[] bytes) throws BadJsonException {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new BadJsonException(
          at == null
              ? "not JSON"
              : "not JSON at line " + at.getLineNr() + ", position " + at.getColumnNr());
    } catch (IOException e) {
      throw new BadJsonException("not JSON");
    }
  }

  /** Writes a JSON document as bytes. */
  public static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree that cannot be written", e);
    }
  }

  /** A text that is not JSON. */
  public static final class BadJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    BadJsonException(String why) {
      super(why);
      this.why = why;
    }

    /** Says what is wrong, without any part of the text. */
    public String why() {
      return why;
    }
  }
}
