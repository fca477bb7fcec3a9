package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** The template functions for truth and comparison. */
final class LogicFunctions {

  private LogicFunctions() {}

  static void register(Map<String, TemplateFunction> functions) {
    functions.put("true", call -> constant(call, BooleanNode.TRUE));
    functions.put("false", call -> constant(call, BooleanNode.FALSE));
    functions.put("null", call -> constant(call, NullNode.instance));
    functions.put("not", call -> BooleanNode.valueOf(!call.exactly(1).flag(0)));
    functions.put("and", call -> BooleanNode.valueOf(first(call, false) < 0));
    functions.put("or", call -> BooleanNode.valueOf(first(call, true) >= 0));
    functions.put("if", call -> call.exactly(3).flag(0) ? call.value(1) : call.value(2));
    functions.put("equals", call -> equal(call.exactly(2)));
    functions.put("less", call -> compare(call, sign -> sign < 0));
    functions.put("lessOrEquals", call -> compare(call, sign -> sign <= 0));
    functions.put("greater", call -> compare(call, sign -> sign > 0));
    functions.put("greaterOrEquals", call -> compare(call, sign -> sign >= 0));
    functions.put("coalesce", LogicFunctions::coalesce);
    functions.put("bool", LogicFunctions::bool);
  }

  private static JsonNode constant(FunctionArguments call, JsonNode value) {
    call.exactly(0);
    return value;
  }

  /** The place of the first argument with this truth, or -1. */
  private static int first(FunctionArguments call, boolean wanted) {
    for (int i = 0; i < call.atLeast(2).count(); i++) {
      if (call.flag(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static JsonNode equal(FunctionArguments call) {
    return BooleanNode.valueOf(TemplateValues.equal(call.value(0), call.value(1)));
  }

  private static JsonNode compare(FunctionArguments call, IntPredicate wanted) {
    JsonNode one = call.exactly(2).value(0);
    int sign =
        one.isTextual()
            ? one.textValue().compareTo(call.string(1))
            : Long.compare(call.integer(0), call.integer(1));
    return BooleanNode.valueOf(wanted.test(sign));
  }

  private static JsonNode coalesce(FunctionArguments call) {
    for (int i = 0; i < call.atLeast(1).count(); i++) {
      JsonNode value = call.value(i);
      if (!value.isNull()) {
        return value;
      }
    }
    return NullNode.instance;
  }

  private static JsonNode bool(FunctionArguments call) {
    JsonNode value = call.exactly(1).value(0);
    return switch (TemplateValues.text(value).toLowerCase(Locale.ROOT)) {
      case "true", "1" -> BooleanNode.TRUE;
      case "false", "0" -> BooleanNode.FALSE;
      default -> throw call.wrong(0, "Boolean", value);
    };
  }
}
