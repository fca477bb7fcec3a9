package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What the evaluation of one template may make. Azure refuses templates that are larger than 4 MB
 * when they are expanded; parts of a template are evaluated several times here, and values between
 * count too, so there is room for four times that.
 */
public final class EvaluationBudget {
  private static final long CHARACTERS = 4 * 4 * 1024 * 1024L;

  /** As many as fit into 4 MB of JSON. */
  private static final long VALUES = 2 * 1024 * 1024L;

  /** Elements and characters that functions look at. */
  private static final long STEPS = 64 * 1024 * 1024L;

  /** As deep as JSON may be nested. */
  private static final int DEPTH = 1000;

  private long characters;
  private long values;
  private long steps;
  private int depth;

  /** Goes one level deeper into the template. */
  void enter() {
    refuseDepth(depth);
    depth++;
  }

  void leave() {
    depth--;
  }

  /** Counts the characters of a text. */
  void text(String text) {
    room(text.length());
    characters += text.length();
  }

  /** Counts a single value. */
  void value() {
    values++;
    if (values > VALUES) {
      throw tooLarge(VALUES, "values");
    }
  }

  /** Counts a value with everything in it. */
  JsonNode whole(JsonNode value) {
    count(value, 0);
    return value;
  }

  private void count(JsonNode value, int level) {
    refuseDepth(level);
    value();
    if (value.isTextual()) {
      text(value.textValue());
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        text(field.getKey());
        count(field.getValue(), level + 1);
      }
    } else {
      value.forEach(element -> count(element, level + 1));
    }
  }

  /** Refuses a text of this length, before it is made. */
  void room(long length) {
    if (characters + length > CHARACTERS) {
      throw tooLarge(CHARACTERS, "characters");
    }
  }

  /** How many more values there may be. */
  int valuesLeft() {
    return (int) (VALUES - values);
  }

  /** Counts the work on an argument of a function. */
  void step(JsonNode argument) {
    steps += 1L + (argument.isTextual() ? argument.textValue().length() : argument.size());
    if (steps > STEPS) {
      throw tooLarge(STEPS, "characters and elements in arguments of functions");
    }
  }

  private static void refuseDepth(int level) {
    if (level >= DEPTH) {
      throw new TemplateException(
          "The template is nested too deep: its expressions, variables and values may be nested"
              + " %d deep.".formatted(DEPTH));
    }
  }

  private static TemplateException tooLarge(long most, String what) {
    return new TemplateException(
        "The template is too large when it is expanded: its expressions and loops make more than"
            + " %d %s. Please see https://aka.ms/arm-syntax for usage details."
                .formatted(most, what));
  }
}
