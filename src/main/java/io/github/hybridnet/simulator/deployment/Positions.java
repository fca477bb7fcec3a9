package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where each value of a document stands, for messages. */
final class Positions {
  private final Map<String, Position> byPointer = new HashMap<>();

  /** A place in a document; line and column begin with 1, and are 0 where there is none. */
  record Position(int line, int column, String path) {
    static final Position NONE = new Position(0, 0, "");
  }

  private Positions() {}

  /** Of a document that is not at hand any more. */
  static Positions none() {
    return new Positions();
  }

  /** Reads a document to its end. */
  static Positions read(JsonParser parser) throws IOException {
    Positions positions = new Positions();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token != JsonToken.FIELD_NAME && !token.isStructEnd()) {
        JsonLocation location = parser.currentTokenLocation();
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        positions.byPointer.put(
            pointer, new Position(location.getLineNr(), location.getColumnNr(), dotted(pointer)));
      }
    }
    return positions;
  }

  /** The place of a value, by its JSON pointer. */
  Position at(String pointer) {
    return byPointer.getOrDefault(pointer, Position.NONE);
  }

  private static String dotted(String pointer) {
    return pointer
        .replaceAll("/(\\d+)(?=/|$)", "[$1]")
        .replaceFirst("^/", "")
        .replace('/', '.')
        .replace("~1", "/")
        .replace("~0", "~");
  }
}
