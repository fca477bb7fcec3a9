package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Functions that look at the deployment and at what exists. */
final class ScopeFunctions {

  private ScopeFunctions() {}

  static void register(Map<String, TemplateFunction> functions) {
    functions.put("parameters", call -> call.scope().parameter(call.exactly(1).string(0)));
    functions.put("variables", call -> call.scope().variable(call.exactly(1).string(0)));
    functions.put("resourceGroup", call -> call.exactly(0).scope().resourceGroup());
    functions.put("subscription", call -> call.exactly(0).scope().subscription());
    functions.put("deployment", call -> call.exactly(0).scope().deployment());
    functions.put("tenant", call -> call.exactly(0).scope().tenant());
    functions.put("reference", ScopeFunctions::reference);
    functions.put("copyIndex", ScopeFunctions::copyIndex);
  }

  private static JsonNode reference(FunctionArguments call) {
    String version = call.between(1, 3).string(1, "");
    boolean full = call.string(2, "").equalsIgnoreCase("Full");
    return call.scope().reference(call.string(0), version.isEmpty() ? null : version, full);
  }

  /** {@code copyIndex()}, {@code copyIndex(offset)}, {@code copyIndex('loop', offset)}. */
  private static JsonNode copyIndex(FunctionArguments call) {
    if (call.between(0, 2).count() == 0) {
      return TemplateValues.number(call.loops().index(""));
    }
    JsonNode first = call.value(0);
    if (first.isTextual()) {
      return TemplateValues.number(
          (long) call.loops().index(first.textValue()) + call.integer(1, 0));
    }
    return TemplateValues.number(call.loops().index("") + call.integer(0));
  }
}
