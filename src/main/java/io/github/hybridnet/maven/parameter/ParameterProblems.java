package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Failures and warnings about plugin parameters that cannot be used. */
final class ParameterProblems {
  private ParameterProblems() {}

  static UserException notADuration(String property, String value) {
    return UserException.refused(
        "HN1901",
        property + " is '" + PrintableText.line(value) + "'. It must be a duration above zero.",
        "write a number with d, h, m, s or ms, such as 90m or 1h30m, or an ISO-8601 duration such"
            + " as PT90M");
  }

  static UserException notAChoice(String property, String value, List<String> choices) {
    String nearest = SpellingSuggestion.to(value.strip(), choices);
    return UserException.refused(
        "HN1902",
        property
            + " is '"
            + PrintableText.line(value)
            + "'"
            + (nearest == null
                ? ", which is not allowed."
                : ", which is not allowed; did you mean '" + nearest + "'?"),
        "use one of " + String.join(", ", choices));
  }

  static UserException unknownProperties(List<String> names) {
    return UserException.refused(
        "HN1040",
        (names.size() == 1
                ? "The plugin does not know this property given with -D: "
                : "The plugin does not know these properties given with -D: ")
            + PrintableText.line(String.join(", ", names))
            + ".",
        "correct or remove the property. mvn hybridnet:help -Ddetail lists all properties. A"
            + " property that a placeholder in a parameter file or in the POM uses may have any"
            + " name");
  }

  /**
   * HN1045: former names that are still used.
   *
   * @param names the present name of each former one
   */
  static UserException renamed(Map<String, String> names) {
    String all =
        names.entrySet().stream()
            .map(name -> name.getKey() + " is now " + name.getValue())
            .collect(Collectors.joining("; "));
    return UserException.refused(
        "HN1045",
        PrintableText.line(
                (names.size() == 1 ? "A parameter was renamed: " : "Parameters were renamed: ")
                    + all)
            + ".",
        "use the new name. The allowed values are the same");
  }

  static String unknownInPom(String name) {
    return "HN1041: The POM sets the property "
        + name
        + ", which this plugin does not know. The property has no effect. Correct or remove it.";
  }

  static String unknownToJava(String name) {
    return "HN1041: The Java options (MAVEN_OPTS, .mvn/jvm.config) set the property "
        + name
        + ", which this plugin does not know. The property has no effect. Correct or remove it.";
  }

  static String unknownElement(String name) {
    return "HN1042: The POM configures "
        + name
        + ", which no goal of this plugin knows. The element has no effect. Correct or remove it.";
  }

  static UserException notABoolean(String name, String value) {
    return UserException.refused(
        "HN1043",
        name + " is '" + PrintableText.line(value) + "', which is not allowed.",
        "use true or false");
  }

  static UserException several(List<UserException> mistakes) {
    return UserException.refused(
        "HN1044",
        mistakes.size()
            + " parameters cannot be used:"
            + mistakes.stream()
                .map(mistake -> String.valueOf(mistake.getMessage()))
                .flatMap(String::lines)
                .map(line -> System.lineSeparator() + "  " + line)
                .collect(Collectors.joining()),
        "correct each parameter as its line says. Nothing was changed");
  }

  static UserException notANumber(String property, String value, String allowed) {
    return UserException.refused(
        "HN1903",
        property + " is '" + PrintableText.line(value) + "', which is not allowed.",
        "use " + allowed);
  }

  static UserException badTimeouts(String property, List<String> mistakes, List<String> known) {
    return UserException.refused(
        "HN1909",
        property + " has mistakes: " + PrintableText.line(String.join("; ", mistakes)) + ".",
        "write kind=duration or kind.delete=duration, separated by commas, such as"
            + " virtualNetworkGateway=120m,virtualNetworkGateway.delete=3h. Kinds are "
            + String.join(", ", known));
  }
}
