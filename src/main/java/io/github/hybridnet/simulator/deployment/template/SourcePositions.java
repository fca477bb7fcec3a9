package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the template of a request stands, with its parameters, outputs and resources, for messages.
 */
public final class SourcePositions {
  /** The levels of resources in resources. */
  private static final int LEVELS = 5;

  private static final int DEEPEST = 2 + 2 * LEVELS;

  /** More resources, parameters and outputs than any template has. */
  private static final int MOST = 10_000;

  private static final String INDEX = "[]";
  private static final Set<String> NAMED = Set.of("parameters", "outputs");

  private final Map<String, Position> byPointer = new HashMap<>();

  /** A place in a document; line and column begin with 1, and are 0 where there is none. */
  public record Position(int line, int column, String path) {
    public static final Position NONE = new Position(0, 0, "");
  }

  private SourcePositions() {}

  /** Of a document that is not at hand any more. */
  public static SourcePositions none() {
    return new SourcePositions();
  }

  /** Reads a document to its end. */
  static SourcePositions read(JsonParser parser) throws IOException {
    SourcePositions sourcePositions = new SourcePositions();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      boolean value = token != JsonToken.FIELD_NAME && !token.isStructEnd();
      if (value && sourcePositions.byPointer.size() < MOST && isKept(parser.getParsingContext())) {
        JsonLocation location = parser.currentTokenLocation();
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        sourcePositions.byPointer.put(
            pointer, new Position(location.getLineNr(), location.getColumnNr(), dotted(pointer)));
      }
    }
    return sourcePositions;
  }

  /** Looks at the way to a value without writing it down, for it may be very long. */
  private static boolean isKept(JsonStreamContext value) {
    if (value.getNestingDepth() > DEEPEST + 1) {
      return false;
    }
    Deque<String> way = new ArrayDeque<>();
    JsonStreamContext each = value.hasPathSegment() ? value : value.getParent();
    for (; each != null && each.hasPathSegment(); each = each.getParent()) {
      way.addFirst(each.inArray() ? INDEX : each.getCurrentName());
    }
    if (!"properties".equals(way.poll()) || !"template".equals(way.poll())) {
      return false;
    }
    if (way.size() == 2 && NAMED.contains(way.getFirst())) {
      return true;
    }
    while (way.size() > 1 && way.poll().equals("resources") && way.getFirst().equals(INDEX)) {
      way.poll();
    }
    return way.isEmpty();
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
