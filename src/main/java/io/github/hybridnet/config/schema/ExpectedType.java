package io.github.hybridnet.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The types that a schema allows for a value.
 *
 * @param names as the schema has them, such as {@code integer}
 */
record ExpectedType(List<String> names) {

  /** From the value of the keyword {@code type}: a name or a list of names. */
  static ExpectedType of(JsonNode type) {
    List<String> names = new ArrayList<>();
    if (type.isTextual()) {
      names.add(type.textValue());
    } else {
      type.forEach(name -> names.add(name.textValue()));
    }
    return new ExpectedType(List.copyOf(names));
  }

  /** The number or truth value that a text stands for, or null. */
  @Nullable Object convert(String text) {
    String trimmed = text.strip();
    if (names.contains("boolean")) {
      return switch (trimmed.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> null;
      };
    }
    if (names.contains("integer")) {
      try {
        return Long.valueOf(trimmed);
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }

  /** The types in the user's words. */
  String words() {
    return String.join(" or ", names.stream().map(ExpectedType::word).toList());
  }

  private static String word(String name) {
    return switch (name) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "an object";
    };
  }
}
