package io.github.hybridnet.simulator.deployment.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All functions, by name in any case. */
final class TemplateFunctions {

  /** Functions of Azure that need what is not simulated; it is not the template that is wrong. */
  private static final Set<String> NOT_SIMULATED =
      Set.of(
          "datauri",
          "datauritostring",
          "datetimeadd",
          "datetimefromepoch",
          "datetimetoepoch",
          "environment",
          "filter",
          "groupby",
          "lambda",
          "lambdavariables",
          "managementgroup",
          "managementgroupresourceid",
          "map",
          "mapvalues",
          "newguid",
          "objectkeys",
          "pickzones",
          "providers",
          "reduce",
          "references",
          "shallowmerge",
          "sort",
          "toobject",
          "uri",
          "uricomponent",
          "uricomponenttostring",
          "utcnow");

  private static final Map<String, TemplateFunction> ALL = all();

  private TemplateFunctions() {}

  static TemplateFunction named(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    TemplateFunction function = ALL.get(key);
    if (function != null) {
      return function;
    }
    if (key.startsWith("list") || NOT_SIMULATED.contains(key)) {
      throw new TemplateException(
          "The template function '%s' is not simulated. Please see https://aka.ms/arm-functions for"
                  .formatted(name)
              + " usage details.");
    }
    throw new TemplateException(
        "The template function '%s' is not valid. Please see https://aka.ms/arm-functions for usage"
                .formatted(name)
            + " details.");
  }

  private static Map<String, TemplateFunction> all() {
    Map<String, TemplateFunction> choosing = new HashMap<>();
    ScopeFunctions.register(choosing);
    LogicFunctions.register(choosing);
    CollectionFunctions.registerChoices(choosing);
    Map<String, TemplateFunction> making = new HashMap<>();
    IdFunctions.register(making);
    NumberFunctions.register(making);
    TextFunctions.register(making);
    ConversionFunctions.register(making);
    CollectionFunctions.register(making);
    Map<String, TemplateFunction> all = new HashMap<>();
    choosing.forEach((name, function) -> all.put(name.toLowerCase(Locale.ROOT), function));
    making.forEach((name, function) -> all.put(name.toLowerCase(Locale.ROOT), counted(function)));
    return Map.copyOf(all);
  }

  /** A function whose results are new values, which take from the budget. */
  private static TemplateFunction counted(TemplateFunction function) {
    return call -> call.budget().whole(function.call(call));
  }
}
