package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Arrays and objects, and what strings have in common with them. */
final class CollectionFunctions {

  private CollectionFunctions() {}

  static void register(Map<String, TemplateFunction> functions) {
    functions.put("concat", CollectionFunctions::concat);
    functions.put("createArray", call -> arrayOf(call.values()));
    functions.put("createObject", CollectionFunctions::createObject);
    functions.put("union", CollectionFunctions::union);
    functions.put("intersection", CollectionFunctions::intersection);
    functions.put("length", call -> TemplateValues.number(length(call.exactly(1))));
    functions.put("empty", CollectionFunctions::empty);
    functions.put("contains", CollectionFunctions::contains);
    functions.put("indexOf", call -> TemplateValues.number(indexOf(call.exactly(2))));
    functions.put("skip", call -> part(call.exactly(2), true));
    functions.put("take", call -> part(call.exactly(2), false));
    functions.put("items", CollectionFunctions::items);
  }

  /** Functions that only pick something. */
  static void registerChoices(Map<String, TemplateFunction> functions) {
    functions.put("first", call -> edge(call.exactly(1), true));
    functions.put("last", call -> edge(call.exactly(1), false));
    functions.put("tryGet", CollectionFunctions::tryGet);
  }

  private static ArrayNode arrayOf(Iterable<JsonNode> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static JsonNode concat(FunctionArguments call) {
    if (!call.atLeast(1).value(0).isArray()) {
      return TextNode.valueOf(call.joined(call.values(), ""));
    }
    ArrayNode whole = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < call.count(); i++) {
      whole.addAll(call.array(i));
    }
    return whole;
  }

  private static JsonNode createObject(FunctionArguments call) {
    if (call.count() % 2 != 0) {
      throw call.refused("it needs a value for each name");
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < call.count(); i += 2) {
      object.set(call.string(i), call.value(i + 1));
    }
    return object;
  }

  private static JsonNode union(FunctionArguments call) {
    if (call.atLeast(1).value(0).isArray()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      Set<Object> seen = new HashSet<>();
      for (int i = 0; i < call.count(); i++) {
        for (JsonNode element : call.array(i)) {
          if (seen.add(TemplateValues.key(element))) {
            all.add(element);
          }
        }
      }
      return all;
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < call.count(); i++) {
      TemplateValues.merge(all, call.budget().whole(object(call, i)));
    }
    return all;
  }

  private static JsonNode object(FunctionArguments call, int place) {
    JsonNode value = call.value(place);
    if (!value.isObject()) {
      throw call.wrong(place, "Object", value);
    }
    return value;
  }

  private static JsonNode intersection(FunctionArguments call) {
    ArrayNode common = call.atLeast(2).array(0).deepCopy();
    for (int i = 1; i < call.count(); i++) {
      Set<Object> other = new HashSet<>();
      call.array(i).forEach(element -> other.add(TemplateValues.key(element)));
      common =
          arrayOf(
              StreamSupport.stream(common.spliterator(), false)
                  .filter(element -> other.contains(TemplateValues.key(element)))
                  .toList());
    }
    return common;
  }

  private static boolean holds(JsonNode array, JsonNode wanted) {
    return StreamSupport.stream(array.spliterator(), false)
        .anyMatch(element -> TemplateValues.equal(element, wanted));
  }

  private static int length(FunctionArguments call) {
    JsonNode value = call.value(0);
    if (value.isTextual()) {
      return value.textValue().length();
    }
    if (!value.isContainerNode()) {
      throw call.wrong(0, "Array, Object, String", value);
    }
    return value.size();
  }

  private static JsonNode empty(FunctionArguments call) {
    return BooleanNode.valueOf(call.exactly(1).value(0).isNull() || length(call) == 0);
  }

  private static JsonNode contains(FunctionArguments call) {
    JsonNode container = call.exactly(2).value(0);
    JsonNode wanted = call.value(1);
    return BooleanNode.valueOf(
        switch (container.getNodeType()) {
          case ARRAY -> holds(container, wanted);
          case OBJECT -> TemplateValues.member(container, TemplateValues.text(wanted)).isPresent();
          case STRING -> container.textValue().contains(TemplateValues.text(wanted));
          default -> throw call.wrong(0, "Array, Object, String", container);
        });
  }

  private static int indexOf(FunctionArguments call) {
    if (!call.value(0).isArray()) {
      return call.string(0)
          .toUpperCase(Locale.ROOT)
          .indexOf(call.string(1).toUpperCase(Locale.ROOT));
    }
    int place = 0;
    for (JsonNode element : call.array(0)) {
      if (TemplateValues.equal(element, call.value(1))) {
        return place;
      }
      place++;
    }
    return -1;
  }

  private static JsonNode edge(FunctionArguments call, boolean first) {
    JsonNode value = call.value(0);
    int length = length(call);
    int place = first ? 0 : length - 1;
    if (value.isTextual()) {
      return TextNode.valueOf(length == 0 ? "" : value.textValue().substring(place, place + 1));
    }
    return length == 0 ? NullNode.instance : call.array(0).get(place);
  }

  private static JsonNode part(FunctionArguments call, boolean skipped) {
    JsonNode value = call.value(0);
    int length = length(call);
    int border = Math.max(0, Math.min(length, call.integer(1, 0)));
    int begin = skipped ? border : 0;
    int end = skipped ? length : border;
    if (value.isTextual()) {
      return TextNode.valueOf(value.textValue().substring(begin, end));
    }
    ArrayNode part = JsonNodeFactory.instance.arrayNode();
    for (int i = begin; i < end; i++) {
      part.add(call.array(0).get(i));
    }
    return part;
  }

  private static JsonNode items(FunctionArguments call) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    object(call.exactly(1), 0).properties().stream()
        .sorted(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
        .forEach(
            field -> items.addObject().put("key", field.getKey()).set("value", field.getValue()));
    return items;
  }

  private static JsonNode tryGet(FunctionArguments call) {
    JsonNode value = call.atLeast(2).value(0);
    for (int i = 1; i < call.count() && !value.isNull(); i++) {
      JsonNode key = call.value(i);
      JsonNode inner =
          key.isIntegralNumber()
              ? value.get(key.intValue())
              : TemplateValues.member(value, TemplateValues.text(key)).orElse(null);
      value = inner == null ? NullNode.instance : inner;
    }
    return value;
  }
}
