package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, evaluated when they are asked for, each once. */
final class FunctionArguments {
  private final TemplateExpression.Call call;
  private final TemplateEvaluator templateEvaluator;
  private final @Nullable JsonNode[] known;

  FunctionArguments(TemplateExpression.Call call, TemplateEvaluator templateEvaluator) {
    this.call = call;
    this.templateEvaluator = templateEvaluator;
    this.known = new JsonNode[call.arguments().size()];
  }

  EvaluationScope scope() {
    return templateEvaluator.scope();
  }

  EvaluationBudget budget() {
    return templateEvaluator.scope().budget();
  }

  LoopTurns loops() {
    return templateEvaluator.loops();
  }

  int count() {
    return call.arguments().size();
  }

  /** Checks how many there are. */
  FunctionArguments between(int least, int most) {
    if (count() < least || count() > most) {
      throw refused(
          "the function requires '%s' argument(s) but was called with '%d'"
              .formatted(least == most ? least : least + " to " + most, count()));
    }
    return this;
  }

  FunctionArguments exactly(int wanted) {
    return between(wanted, wanted);
  }

  FunctionArguments atLeast(int wanted) {
    return between(wanted, Integer.MAX_VALUE);
  }

  JsonNode value(int place) {
    JsonNode value = known[place];
    if (value == null) {
      value = templateEvaluator.value(call.arguments().get(place));
      budget().step(value);
      known[place] = value;
    }
    return value;
  }

  /** Values as one text, if the budget has room for it. */
  String joined(Iterable<JsonNode> values, String delimiter) {
    StringBuilder text = new StringBuilder();
    for (Iterator<JsonNode> each = values.iterator(); each.hasNext(); ) {
      String part = TemplateValues.text(each.next()) + (each.hasNext() ? delimiter : "");
      budget().room(text.length() + (long) part.length());
      text.append(part);
    }
    return text.toString();
  }

  List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      values.add(value(i));
    }
    return values;
  }

  String string(int place) {
    JsonNode value = value(place);
    if (!value.isTextual()) {
      throw wrong(place, "String", value);
    }
    return value.textValue();
  }

  String string(int place, String otherwise) {
    return place < count() ? string(place) : otherwise;
  }

  long integer(int place) {
    JsonNode value = value(place);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(place, "Integer", value);
    }
    return value.longValue();
  }

  int integer(int place, int otherwise) {
    if (place >= count()) {
      return otherwise;
    }
    long value = integer(place);
    if (value != (int) value) {
      throw refused("argument %d is out of range".formatted(place + 1));
    }
    return (int) value;
  }

  boolean flag(int place) {
    JsonNode value = value(place);
    if (!value.isBoolean()) {
      throw wrong(place, "Boolean", value);
    }
    return value.booleanValue();
  }

  ArrayNode array(int place) {
    JsonNode value = value(place);
    if (value instanceof ArrayNode array) {
      return array;
    }
    throw wrong(place, "Array", value);
  }

  TemplateException wrong(int place, String wanted, JsonNode actual) {
    return refused(
        "argument %d must be of type '%s' but is of type '%s'"
            .formatted(place + 1, wanted, TemplateValues.type(actual)));
  }

  TemplateException refused(String why) {
    return new TemplateException(
        "Unable to evaluate template language function '%s': %s. Please see"
                .formatted(call.function(), why)
            + " https://aka.ms/arm-functions for usage details.");
  }
}
