package io.github.hybridnet.simulator.network.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.network.body.MemberShape.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts that stand for numbers and truth values, and the other way round. Whether Microsoft.Network
 * converts them is not known; Json.NET does unless it is told otherwise.
 */
final class BodyConversion {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
  private static final Pattern TRUTH = Pattern.compile("(?i)true|false");

  private BodyConversion() {}

  static boolean isInteger(JsonParser parser) throws IOException {
    return isText(parser, INTEGER);
  }

  static boolean isNumber(JsonParser parser) throws IOException {
    return isText(parser, NUMBER);
  }

  static boolean isBoolean(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT || isText(parser, TRUTH);
  }

  private static boolean isText(JsonParser parser, Pattern pattern) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        && pattern.matcher(parser.getText()).matches();
  }

  /** The body with each value in the JSON type of its member. */
  static JsonNode convert(JsonNode value, MemberShape shape, String version) {
    if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, convert(list.get(i), shape, version));
      }
      return list;
    }
    if (value instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              each ->
                  shape
                      .member(each.getKey(), version)
                      .ifPresent(
                          member -> each.setValue(convert(each.getValue(), member, version))));
      return object;
    }
    return scalar(value, shape.kind());
  }

  private static JsonNode scalar(JsonNode value, Kind kind) {
    return switch (kind) {
      case STRING ->
          value.isNumber() || value.isBoolean() ? TextNode.valueOf(value.asText()) : value;
      case INTEGER ->
          value.isTextual() && INTEGER.matcher(value.textValue()).matches()
              ? LongNode.valueOf(Long.parseLong(value.textValue()))
              : value;
      case NUMBER ->
          value.isTextual() && NUMBER.matcher(value.textValue()).matches()
              ? DecimalNode.valueOf(new BigDecimal(value.textValue()))
              : value;
      case BOOLEAN -> truth(value);
      default -> value;
    };
  }

  private static JsonNode truth(JsonNode value) {
    if (value.isTextual() && TRUTH.matcher(value.textValue()).matches()) {
      return BooleanNode.valueOf(value.textValue().toLowerCase(Locale.ROOT).equals("true"));
    }
    return value.isIntegralNumber() ? BooleanNode.valueOf(value.asLong() != 0) : value;
  }
}
