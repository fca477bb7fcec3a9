package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The template functions for strings. */
final class TextFunctions {
  /** Braces, and places with a format that has its own rules in .NET. */
  private static final Pattern PLACE = Pattern.compile("\\{\\{|\\}\\}|\\{(\\d{1,9})(:[^}]*)?\\}");

  private TextFunctions() {}

  static void register(Map<String, TemplateFunction> functions) {
    functions.put("toLower", call -> text(call, string -> string.toLowerCase(Locale.ROOT)));
    functions.put("toUpper", call -> text(call, string -> string.toUpperCase(Locale.ROOT)));
    functions.put("trim", call -> text(call, String::strip));
    functions.put("format", TextFunctions::format);
    functions.put("split", TextFunctions::split);
    functions.put("join", TextFunctions::join);
    functions.put("replace", TextFunctions::replace);
    functions.put("substring", TextFunctions::substring);
    functions.put("padLeft", TextFunctions::padLeft);
    functions.put("startsWith", call -> edge(call, false));
    functions.put("endsWith", call -> edge(call, true));
  }

  private static JsonNode text(FunctionArguments call, UnaryOperator<String> change) {
    return TextNode.valueOf(change.apply(call.exactly(1).string(0)));
  }

  private static JsonNode format(FunctionArguments call) {
    Matcher matcher = PLACE.matcher(call.atLeast(1).string(0));
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String place = place(call, matcher);
      call.budget().room(text.length() + (long) place.length());
      matcher.appendReplacement(text, Matcher.quoteReplacement(place));
    }
    return TextNode.valueOf(matcher.appendTail(text).toString());
  }

  private static String place(FunctionArguments call, Matcher matcher) {
    if (matcher.group(1) == null) {
      return matcher.group().substring(1);
    }
    if (matcher.group(2) != null) {
      throw call.refused("the format '%s' is not simulated".formatted(matcher.group()));
    }
    int argument = Integer.parseInt(matcher.group(1)) + 1;
    if (argument >= call.count()) {
      throw call.refused("there is no argument for '%s'".formatted(matcher.group()));
    }
    return TemplateValues.text(call.value(argument));
  }

  private static JsonNode split(FunctionArguments call) {
    String string = call.exactly(2).string(0);
    JsonNode second = call.value(1);
    List<String> delimiters = new ArrayList<>();
    if (second.isArray()) {
      second.forEach(delimiter -> delimiters.add(Pattern.quote(TemplateValues.text(delimiter))));
    } else {
      delimiters.add(Pattern.quote(call.string(1)));
    }
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    for (String part : string.split(String.join("|", delimiters), call.budget().valuesLeft() + 1)) {
      parts.add(part);
    }
    return parts;
  }

  private static JsonNode join(FunctionArguments call) {
    return TextNode.valueOf(call.joined(call.exactly(2).array(0), call.string(1)));
  }

  private static JsonNode replace(FunctionArguments call) {
    String string = call.exactly(3).string(0);
    String old = call.string(1);
    String replacement = call.string(2);
    if (old.isEmpty()) {
      throw call.refused("the text to replace must not be empty");
    }
    long places = 0;
    for (int at = string.indexOf(old); at >= 0; at = string.indexOf(old, at + old.length())) {
      places++;
    }
    call.budget().room(string.length() + places * (replacement.length() - old.length()));
    return TextNode.valueOf(string.replace(old, replacement));
  }

  private static JsonNode substring(FunctionArguments call) {
    String string = call.between(2, 3).string(0);
    int begin = call.integer(1, 0);
    long end = begin + (long) call.integer(2, string.length() - begin);
    if (begin < 0 || end < begin || end > string.length()) {
      throw call.refused("index and length must refer to a location within the string");
    }
    return TextNode.valueOf(string.substring(begin, (int) end));
  }

  private static JsonNode padLeft(FunctionArguments call) {
    String string = TemplateValues.text(call.between(2, 3).value(0));
    String pad = call.string(2, " ");
    int missing = call.integer(1, 0) - string.length();
    if (pad.length() != 1 || missing > 1000) {
      throw call.refused("it needs one padding character and a reasonable length");
    }
    return TextNode.valueOf(pad.repeat(Math.max(0, missing)) + string);
  }

  private static JsonNode edge(FunctionArguments call, boolean end) {
    String string = call.exactly(2).string(0);
    String part = call.string(1);
    int offset = end ? string.length() - part.length() : 0;
    return BooleanNode.valueOf(string.regionMatches(true, offset, part, 0, part.length()));
  }
}
