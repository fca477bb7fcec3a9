package io.github.hybridnet.simulator.fault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.fault.InvalidRulesException.Problem;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules as JSON, with the place of each.
 *
 * @param document the JSON
 * @param places line and column by JSON pointer; empty if they mean nothing to who wrote it
 */
public record RuleSource(JsonNode document, Map<String, String> places) {

  public RuleSource {
    places = Map.copyOf(places);
  }

  /** Rules that were sent. */
  public static RuleSource of(JsonNode document) {
    return new RuleSource(document, Map.of());
  }

  /**
   * Rules in a file.
   *
   * @throws IOException if it cannot be read
   * @throws InvalidRulesException if it is not JSON or says something twice
   */
  public static RuleSource in(Path file) throws IOException, InvalidRulesException {
    requireFile(file);
    byte[] bytes = Files.readAllBytes(file);
    JsonNode document;
    try {
      document = JsonCodec.parse(bytes);
    } catch (JsonCodec.BadJsonException e) {
      throw new InvalidRulesException(List.of(new Problem("", "", "the file is " + e.why())));
    }
    return new RuleSource(document, places(bytes));
  }

  /** A pipe would be read until somebody writes to it, a device for ever. */
  private static void requireFile(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(file + " is not a file");
    }
  }

  private static Map<String, String> places(byte[] bytes)
      throws IOException, InvalidRulesException {
    Map<String, String> places = new HashMap<>();
    List<Problem> twice = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        // Of an object or array the beginning counts, whose context is the one around it.
        boolean value = token.isScalarValue();
        if (value || token == JsonToken.FIELD_NAME) {
          String pointer = parser.getParsingContext().pathAsPointer().toString();
          JsonLocation at = parser.currentTokenLocation();
          String place = at.getLineNr() + ":" + at.getColumnNr();
          if (token == JsonToken.FIELD_NAME && places.put(pointer, place) != null) {
            twice.add(new Problem(pointer, place, "occurs twice"));
          }
        }
        beginnings(parser, token, places);
      }
    }
    if (!twice.isEmpty()) {
      throw new InvalidRulesException(twice);
    }
    return places;
  }

  private static void beginnings(JsonParser parser, JsonToken token, Map<String, String> places) {
    boolean inArray = token.isStructStart() && parser.getParsingContext().getParent().inArray();
    if (inArray) {
      JsonLocation at = parser.currentTokenLocation();
      places.put(
          parser.getParsingContext().getParent().pathAsPointer().toString(),
          at.getLineNr() + ":" + at.getColumnNr());
    }
  }
}
