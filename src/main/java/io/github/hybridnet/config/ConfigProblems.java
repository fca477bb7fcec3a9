package io.github.hybridnet.config;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Nearest;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.model.Severity;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence about what parameter files contain, with its code. No sentence quotes a text that
 * came through a placeholder: it may be a secret.
 */
final class ConfigProblems {
  private ConfigProblems() {}

  static Finding unresolved(String placeholder, Place place) {
    boolean environment = placeholder.startsWith(Placeholders.ENVIRONMENT);
    String name =
        environment ? placeholder.substring(Placeholders.ENVIRONMENT.length()) : placeholder;
    return error(
        "HN1009",
        "The placeholder '${" + placeholder + "}' has no value.",
        place,
        environment
            ? "Set the environment variable " + name + ", or write '$${' for a literal '${'."
            : "Define the Maven property '"
                + name
                + "', for example with -D"
                + name
                + "=..., or write '$${' for a literal '${'.");
  }

  /** The value is not shown: it names a secret, if it is none. */
  static Finding unreplaced(String placeholder, Place place) {
    return error(
        "HN1009",
        "The placeholder '${"
            + placeholder
            + "}' has no value: what it names holds a variable that"
            + " was not replaced, such as '$(name)'.",
        place,
        "Define that variable for this job. Secret variables are not given to builds of forks.");
  }

  static Finding brokenPlaceholder(Place place) {
    return error(
        "HN1010",
        "A placeholder begins with '${' and has no name or no closing '}'.",
        place,
        "Write '${name}' or '${env.NAME}', or '$${' for a literal '${'.");
  }

  static Finding missing(String property, Place object) {
    return error(
        "HN1011",
        "The property '" + property + "' is missing from " + where(object) + ".",
        object,
        "Add \"" + property + "\".");
  }

  static Finding bare(Place file, List<String> outside, String expected) {
    return error(
        "HN1011",
        "The property 'parameters' is missing from the file"
            + (outside.isEmpty()
                ? "."
                : ", and '" + outside.get(0) + "', which belongs inside it, stands outside."),
        file,
        "Write the file as " + expected + ".");
  }

  static Finding template(Place place, String expected) {
    return error(
        "HN1013",
        "This is an ARM template, not a parameter file.",
        place,
        "Put a parameter file here instead: " + expected + ". No template is needed.");
  }

  static Finding wrongType(Place place, String expected, String found) {
    return error(
        "HN1012",
        subject(place) + " must be " + expected + " and is " + found + ".",
        place,
        "Write " + expected + ".");
  }

  static Finding notConvertible(Place place, String expected, String written) {
    return error(
        "HN1012",
        subject(place)
            + " must be "
            + expected
            + ", and the value of '"
            + written
            + "' cannot be read as that.",
        place,
        "Give the placeholder a value that is " + expected + ".");
  }

  /**
   * The properties of a place.
   *
   * @param all those that it can have
   * @param written those that are written already, which nobody meant with another name
   */
  record Known(List<String> all, Collection<String> written) {
    @Nullable String nearest(String name) {
      return Nearest.to(name, all.stream().filter(each -> !written.contains(each)).toList());
    }
  }

  static Finding unknown(Place place, String property, Known known) {
    String nearest = known.nearest(property);
    return error(
        "HN1013",
        "There is no property '" + property + "' here.",
        place,
        nearest == null
            ? "Remove it; the properties known here are " + String.join(", ", known.all()) + "."
            : "Write '" + nearest + "', or remove it.");
  }

  static Finding refused(Place place, String reason) {
    return error(
        "HN1013",
        subject(place) + " cannot be declared yet: " + reason + ".",
        place,
        "Remove it, and set it in Azure by other means. What stands there is kept.");
  }

  static Finding notAllowed(Place place, @Nullable String value, List<String> allowed) {
    String nearest = value == null ? null : Nearest.to(value, allowed);
    String list = String.join(", ", allowed);
    return error(
        "HN1014",
        subject(place)
            + (value == null ? " has a value that is not allowed." : " cannot be '" + value + "'."),
        place,
        nearest == null
            ? "Write one of " + list + "."
            : "Write '" + nearest + "'; the allowed values are " + list + ".");
  }

  static Finding outOfRange(Place place, String range) {
    return error(
        "HN1015",
        subject(place) + " is out of range: it must be " + range + ".",
        place,
        "Write a number that is " + range + ".");
  }

  static Finding tooFew(Place place, int minimum) {
    return error(
        "HN1016",
        subject(place) + " must have at least " + minimum + (minimum == 1 ? " item." : " items."),
        place,
        "Add what is missing to the list.");
  }

  static Finding ignored(Place place, String reason) {
    return new Finding(
        "HN1017",
        Severity.WARNING,
        subject(place) + " is ignored: " + reason + ".",
        place,
        "Remove it, so that nobody relies on it.",
        null);
  }

  static Finding replaced(Place place, String replacement) {
    return error(
        "HN1018",
        subject(place) + " is not how it is written here.",
        place,
        "Use " + replacement + ".");
  }

  static Finding resourceGroupOverridden(String chosen, String declared, Place place) {
    return new Finding(
        "HN1019",
        Severity.WARNING,
        "The resource group '"
            + declared
            + "' is overridden: hybridnet.resourceGroup says '"
            + chosen
            + "'.",
        place,
        "Write '" + chosen + "' here, or leave hybridnet.resourceGroup unset.",
        null);
  }

  static Finding otherGroup(String own, String group, Place place) {
    return error(
        "HN1020",
        "The resource group is '%s' here, but the network goes to '%s'.".formatted(own, group),
        place,
        "Write '%s' here, or leave it out. The gateways' files name the group.".formatted(group));
  }

  static Finding resourceGroupsDiffer(String here, Place place, String there, Place otherPlace) {
    return error(
        "HN1020",
        "The resource group is '"
            + here
            + "' here and '"
            + there
            + "' at "
            + otherPlace
            + "; both gateways belong to one network.",
        place,
        "Write the same resource group in both files.");
  }

  static Finding secretInPlainPlace(String placeholder, Place place) {
    return error(
        "HN1030",
        subject(place)
            + " is filled by ${"
            + placeholder
            + "}, which is a secret: it also fills a key, or it comes from settings.xml. Whoever"
            + " may read the resource would see it.",
        place,
        "Use another variable here.");
  }

  private static String subject(Place place) {
    return place.pointer().isEmpty() ? "The file" : "'" + lastName(place.pointer()) + "'";
  }

  private static String where(Place place) {
    return place.pointer().isEmpty() ? "the file" : "'" + lastName(place.pointer()) + "'";
  }

  /** The last name of a pointer, with the index that follows it: {@code subnets[1]}. */
  private static String lastName(String pointer) {
    String[] parts = pointer.split("/", -1);
    StringBuilder name = new StringBuilder();
    int i = parts.length - 1;
    while (i > 0 && isIndex(parts[i])) {
      name.insert(0, "[" + parts[i] + "]");
      i--;
    }
    // Every setting sits in a member called "value", whose owner has the telling name.
    if (parts[i].equals("value") && i > 1) {
      i--;
    }
    return name.insert(0, parts[i].replace("~1", "/").replace("~0", "~")).toString();
  }

  private static boolean isIndex(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Finding error(String code, String message, Place place, String fix) {
    return ParameterFileProblems.error(code, message, place, fix);
  }
}
