package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.stream.StreamSupport;

/** The template functions for integers. */
final class NumberFunctions {
  private static final int LONGEST_RANGE = 10_000;

  private NumberFunctions() {}

  static void register(Map<String, TemplateFunction> functions) {
    functions.put("add", call -> of(call, Math::addExact));
    functions.put("sub", call -> of(call, Math::subtractExact));
    functions.put("mul", call -> of(call, Math::multiplyExact));
    functions.put("div", call -> of(call, (one, other) -> one / other));
    functions.put("mod", call -> of(call, (one, other) -> one % other));
    functions.put("min", call -> fold(call, Math::min));
    functions.put("max", call -> fold(call, Math::max));
    functions.put("int", NumberFunctions::toInt);
    functions.put("range", NumberFunctions::range);
  }

  private static JsonNode of(FunctionArguments call, LongBinaryOperator operator) {
    try {
      return TemplateValues.number(
          operator.applyAsLong(call.exactly(2).integer(0), call.integer(1)));
    } catch (ArithmeticException e) {
      throw call.refused("the result is no integer");
    }
  }

  private static JsonNode fold(FunctionArguments call, LongBinaryOperator operator) {
    JsonNode first = call.atLeast(1).value(0);
    List<JsonNode> values =
        first.isArray() ? StreamSupport.stream(first.spliterator(), false).toList() : call.values();
    if (values.isEmpty() || !values.stream().allMatch(JsonNode::isIntegralNumber)) {
      throw call.refused("it needs one or more integers");
    }
    return TemplateValues.number(
        values.stream().mapToLong(JsonNode::longValue).reduce(operator).orElseThrow());
  }

  private static JsonNode toInt(FunctionArguments call) {
    JsonNode value = call.exactly(1).value(0);
    try {
      return TemplateValues.number(
          value.isNumber()
              ? value.longValue()
              : Long.parseLong(TemplateValues.text(value).strip()));
    } catch (NumberFormatException e) {
      throw call.refused("the value is no integer");
    }
  }

  private static JsonNode range(FunctionArguments call) {
    long start = call.exactly(2).integer(0);
    long count = call.integer(1);
    if (count < 0 || count > LONGEST_RANGE) {
      throw call.refused("the count must be from 0 to " + LONGEST_RANGE);
    }
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (long i = 0; i < count; i++) {
      values.add(TemplateValues.number(start + i));
    }
    return values;
  }
}
