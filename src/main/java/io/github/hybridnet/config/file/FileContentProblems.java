package io.github.hybridnet.config.file;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.text.SpellingSuggestion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence about what parameter files contain, with its code. No sentence quotes a text that
 * came through a placeholder: it may be a secret.
 */
public final class FileContentProblems {
  private FileContentProblems() {}

  /** A placeholder names an environment variable that is not set. */
  public static Finding unsetVariable(
      String placeholder, String variable, SourceLocation sourceLocation) {
    return noValue(placeholder, sourceLocation, "Set the environment variable '" + variable + "'");
  }

  /** A placeholder names a Maven property that is not defined. */
  public static Finding undefinedProperty(String property, SourceLocation sourceLocation) {
    String fix =
        "Define the Maven property '" + property + "', for example with -D" + property + "=...";
    return noValue(property, sourceLocation, fix);
  }

  private static Finding noValue(
      String placeholder, SourceLocation sourceLocation, String definition) {
    return error(
        "HN1009",
        "The placeholder '${" + placeholder + "}' has no value.",
        sourceLocation,
        definition + ", or write '$${' for a literal '${'.");
  }

  /** The value is not shown: it names a secret, if it is none. */
  public static Finding unreplaced(String placeholder, SourceLocation sourceLocation) {
    return error(
        "HN1009",
        "The placeholder '${"
            + placeholder
            + "}' has no value: the value names a variable that was not replaced, such as"
            + " '$(name)'.",
        sourceLocation,
        "Define that variable for this job. Secret variables are not given to builds of forks.");
  }

  public static Finding brokenPlaceholder(SourceLocation sourceLocation) {
    return error(
        "HN1010",
        "A placeholder begins with '${' and has no name or no closing '}'.",
        sourceLocation,
        "Write '${name}' or '${env.NAME}', or '$${' for a literal '${'.");
  }

  public static Finding missing(String property, SourceLocation object) {
    return error(
        "HN1011",
        "The property '" + property + "' is missing from " + where(object) + ".",
        object,
        "Add \"" + property + "\".");
  }

  public static Finding bare(SourceLocation file, List<String> outside, String expected) {
    return error(
        "HN1011",
        "The property 'parameters' is missing from the file"
            + (outside.isEmpty()
                ? "."
                : ", and '" + outside.get(0) + "', which belongs inside it, is outside."),
        file,
        "Write the file as " + expected + ".");
  }

  public static Finding template(SourceLocation sourceLocation, String expected) {
    return error(
        "HN1013",
        "This is an ARM template, not a parameter file.",
        sourceLocation,
        "Put a parameter file here instead: " + expected + ". No template is needed.");
  }

  public static Finding wrongType(SourceLocation sourceLocation, String expected, String found) {
    return error(
        "HN1012",
        subject(sourceLocation) + " must be " + expected + ", but is " + found + ".",
        sourceLocation,
        "Write " + expected + ".");
  }

  public static Finding notConvertible(
      SourceLocation sourceLocation, String expected, String written) {
    return error(
        "HN1012",
        subject(sourceLocation)
            + " must be "
            + expected
            + ", but the value of '"
            + written
            + "' cannot be read as that.",
        sourceLocation,
        "Give the placeholder a value that is " + expected + ".");
  }

  /**
   * The properties of a place.
   *
   * @param all those that it can have
   * @param written those that are written already, which nobody meant with another name
   */
  public record PropertyNames(List<String> all, Collection<String> written) {
    @Nullable String nearest(String name) {
      return SpellingSuggestion.to(
          name, all.stream().filter(each -> !written.contains(each)).toList());
    }
  }

  public static Finding unknown(
      SourceLocation sourceLocation, String property, PropertyNames propertyNames) {
    String nearest = propertyNames.nearest(property);
    return error(
        "HN1013",
        "There is no property '" + property + "' here.",
        sourceLocation,
        nearest == null
            ? "Remove '"
                + property
                + "'; the properties known here are "
                + String.join(", ", propertyNames.all())
                + "."
            : "Write '" + nearest + "', or remove '" + property + "'.");
  }

  public static Finding refused(SourceLocation sourceLocation, String reason) {
    return error(
        "HN1013",
        subject(sourceLocation) + " cannot be set in parameter files yet: " + reason + ".",
        sourceLocation,
        "Remove the property, and set it with another tool, such as the Azure CLI. The value in"
            + " Azure is kept.");
  }

  public static Finding notAllowed(
      SourceLocation sourceLocation, @Nullable String value, List<String> allowed) {
    String nearest = value == null ? null : SpellingSuggestion.to(value, allowed);
    String list = String.join(", ", allowed);
    return error(
        "HN1014",
        subject(sourceLocation)
            + (value == null ? " has a value that is not allowed." : " cannot be '" + value + "'."),
        sourceLocation,
        nearest == null
            ? "Write one of " + list + "."
            : "Write '" + nearest + "'; the allowed values are " + list + ".");
  }

  public static Finding outOfRange(SourceLocation sourceLocation, String range) {
    return error(
        "HN1015",
        subject(sourceLocation) + " must be " + range + ".",
        sourceLocation,
        "Write a number that is " + range + ".");
  }

  public static Finding tooFew(SourceLocation sourceLocation, int minimum) {
    return error(
        "HN1016",
        subject(sourceLocation)
            + " must have at least "
            + minimum
            + (minimum == 1 ? " item." : " items."),
        sourceLocation,
        "Add the missing items to the list.");
  }

  public static Finding ignored(SourceLocation sourceLocation, String reason) {
    return new Finding(
        "HN1017",
        Severity.WARNING,
        subject(sourceLocation) + " is ignored: " + reason + ".",
        sourceLocation,
        "Remove the property, so that nobody relies on it.",
        null);
  }

  public static Finding replaced(SourceLocation sourceLocation, String replacement) {
    return error(
        "HN1018",
        subject(sourceLocation) + " must be written in another way here.",
        sourceLocation,
        "Write " + replacement + ".");
  }

  public static Finding resourceGroupOverridden(
      String chosen, String declared, SourceLocation sourceLocation) {
    return new Finding(
        "HN1019",
        Severity.WARNING,
        "The resource group '"
            + declared
            + "' is overridden: hybridnet.resourceGroup is '"
            + chosen
            + "'.",
        sourceLocation,
        "Write '" + chosen + "' here, or leave hybridnet.resourceGroup unset.",
        null);
  }

  public static Finding otherGroup(String own, String group, SourceLocation sourceLocation) {
    return error(
        "HN1020",
        "The resource group is '%s' here, but the network is deployed to '%s'."
            .formatted(own, group),
        sourceLocation,
        ("Write '%s' here, or remove this property: the parameter files of the gateways name the"
                + " resource group.")
            .formatted(group));
  }

  public static Finding resourceGroupsDiffer(
      String here, SourceLocation sourceLocation, String there, SourceLocation otherPlace) {
    return error(
        "HN1020",
        "The resource group is '"
            + here
            + "' here and '"
            + there
            + "' at "
            + otherPlace
            + ". Both gateways belong to one network.",
        sourceLocation,
        "Write the same resource group in both files.");
  }

  public static Finding secretInPlainPlace(String placeholder, SourceLocation sourceLocation) {
    return error(
        "HN1030",
        subject(sourceLocation)
            + " is filled by '${"
            + placeholder
            + "}', whose value is a secret: the same placeholder also fills a key, or the value"
            + " comes from settings.xml. Everybody who may read the resource could see the value.",
        sourceLocation,
        "Use a placeholder here whose value is no secret.");
  }

  private static String subject(SourceLocation sourceLocation) {
    return sourceLocation.pointer().isEmpty()
        ? "The file"
        : "'" + lastName(sourceLocation.pointer()) + "'";
  }

  private static String where(SourceLocation sourceLocation) {
    return sourceLocation.pointer().isEmpty()
        ? "the file"
        : "'" + lastName(sourceLocation.pointer()) + "'";
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

  private static Finding error(
      String code, String message, SourceLocation sourceLocation, String fix) {
    return ParameterFileProblems.error(code, message, sourceLocation, fix);
  }
}
