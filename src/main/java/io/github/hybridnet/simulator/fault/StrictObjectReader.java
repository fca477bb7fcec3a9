package io.github.hybridnet.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An object of a document that is read strictly: what is not asked for is a problem too. */
final class StrictObjectReader {
  private final ObjectNode node;
  private final String pointer;
  private final RuleProblems ruleProblems;
  private final Set<String> asked = new HashSet<>();

  private StrictObjectReader(ObjectNode node, String pointer, RuleProblems ruleProblems) {
    this.node = node;
    this.pointer = pointer;
    this.ruleProblems = ruleProblems;
  }

  /** Reads an object; anything else is a problem and taken for an empty one. */
  static StrictObjectReader of(JsonNode node, String pointer, RuleProblems ruleProblems) {
    if (node instanceof ObjectNode object) {
      return new StrictObjectReader(object, pointer, ruleProblems);
    }
    ruleProblems.add(pointer, "must be an object");
    return new StrictObjectReader(JsonCodec.object(), pointer, ruleProblems);
  }

  ObjectNode source() {
    return node.deepCopy();
  }

  boolean has(String name) {
    return node.has(name);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Nullable String text(String name) {
    JsonNode value = value(name);
    if (value != null && !(value.isTextual() && !value.asText().isBlank())) {
      problem(name, "must be a text that is not blank");
      return null;
    }
    return value == null ? null : value.asText();
  }

  /** A text or an array of texts. */
  List<String> texts(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      if (each.isTextual() && !each.asText().isBlank()) {
        texts.add(each.asText());
      } else {
        problem(name, "must be a text or an array of texts, none of them blank");
      }
    }
    return texts;
  }

  /** A whole number from the least to the most; the default if it is not there. */
  long whole(String name, long least, long most, long otherwise) {
    JsonNode value = value(name);
    if (value == null) {
      return otherwise;
    }
    boolean good = value.isIntegralNumber() && value.canConvertToLong();
    if (!good || value.asLong() < least || value.asLong() > most) {
      String range = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
      problem(name, "must be a whole number " + range);
      return otherwise;
    }
    return value.asLong();
  }

  /** A number above zero; the default if it is not there. */
  double positive(String name, double most, double otherwise) {
    JsonNode value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isNumber() || !(value.asDouble() > 0) || value.asDouble() > most) {
      problem(
          name,
          "must be a number above 0" + (most < Double.MAX_VALUE ? " and at most " + most : ""));
      return otherwise;
    }
    return value.asDouble();
  }

  /** An ISO-8601 duration above zero; null if it is not there. */
  @Nullable Duration duration(String name, Duration most) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    try {
      Duration duration = Duration.parse(value.asText());
      if (value.isTextual()
          && duration.compareTo(Duration.ZERO) > 0
          && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    problem(name, "must be an ISO-8601 duration above 0 and at most " + most);
    return null;
  }

  /** One of these words; the default if it is not there. */
  <T> T choice(String name, Map<String, T> words, T otherwise) {
    JsonNode value = value(name);
    if (value == null) {
      return otherwise;
    }
    T chosen = value.isTextual() ? words.get(value.asText()) : null;
    if (chosen == null) {
      problem(name, "must be one of " + String.join(", ", new TreeSet<>(words.keySet())));
      return otherwise;
    }
    return chosen;
  }

  /** An object; an empty one if it is not there. */
  StrictObjectReader object(String name) {
    JsonNode value = value(name);
    return of(value == null ? JsonCodec.object() : value, pointer + "/" + name, ruleProblems);
  }

  /** The objects of an array. */
  List<StrictObjectReader> objects(String name) {
    JsonNode value = value(name);
    List<StrictObjectReader> objects = new ArrayList<>();
    if (value != null && !value.isArray()) {
      problem(name, "must be an array");
    } else if (value != null) {
      for (int i = 0; i < value.size(); i++) {
        if (value.get(i).isObject()) {
          objects.add(of(value.get(i), pointer + "/" + name + "/" + i, ruleProblems));
        } else {
          problem(name + "/" + i, "must be an object");
        }
      }
    }
    return objects;
  }

  /** Says that something is wrong with a field, or with all of this if the name is empty. */
  void problem(String name, String text) {
    ruleProblems.add(name.isEmpty() ? pointer : pointer + "/" + name, text);
  }

  /** Says which fields nobody has asked for. */
  void end() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        problem(name, "is not known here; known are " + String.join(", ", new TreeSet<>(asked)));
      }
    }
  }

  private @Nullable JsonNode value(String name) {
    asked.add(name);
    return node.get(name);
  }
}
