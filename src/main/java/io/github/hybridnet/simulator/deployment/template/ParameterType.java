package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The types of parameters and outputs. */
public enum ParameterType {
  STRING("String", "String, Uri", false),
  SECURE_STRING("SecureString", "String, Uri", true),
  INT("Int", "Integer", false),
  BOOL("Bool", "Boolean", false),
  OBJECT("Object", "Object", false),
  SECURE_OBJECT("SecureObject", "Object", true),
  ARRAY("Array", "Array", false),
  UNKNOWN("", "", false);

  private final String word;
  private final String expected;
  private final boolean secure;

  ParameterType(String word, String expected, boolean secure) {
    this.word = word;
    this.expected = expected;
    this.secure = secure;
  }

  /** The type of a parameter or output of a template. */
  public static ParameterType of(JsonNode declaration) {
    String type = declaration.path("type").asText().toLowerCase(Locale.ROOT);
    for (ParameterType each : values()) {
      if (each != UNKNOWN && each.word.toLowerCase(Locale.ROOT).equals(type)) {
        return each;
      }
    }
    return UNKNOWN;
  }

  /** The word in answers. */
  String word() {
    return word;
  }

  /** The words in a message about a value of another type. */
  String expected() {
    return expected;
  }

  /** Whether its values are never shown. */
  public boolean secure() {
    return secure;
  }

  boolean takes(JsonNode value) {
    return switch (this) {
      case STRING, SECURE_STRING -> value.isTextual();
      case INT -> value.isIntegralNumber();
      case BOOL -> value.isBoolean();
      case OBJECT, SECURE_OBJECT -> value.isObject();
      case ARRAY -> value.isArray();
      case UNKNOWN -> false;
    };
  }
}
