package io.github.hybridnet.config.file;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import java.nio.file.Path;
import java.util.Optional;

/** Every sentence about parameter files that are missing or no JSON, with its code. */
public final class ParameterFileProblems {
  private static final String SOURCE =
      "Azure Resource Manager: syntax of deployment parameter files";

  private ParameterFileProblems() {}

  public static Finding noDirectory(String directory) {
    return error(
        "HN1001",
        "There is no directory '" + directory + "'.",
        SourceLocation.of(directory),
        "Create it with the parameter files, or name the right one with"
            + " hybridnet.parametersDirectory.");
  }

  public static Finding missingFile(Path file) {
    String missing = "The parameter file '" + file + "' does not exist";
    return SimilarFile.of(file)
        .map(
            neighbour ->
                error(
                    "HN1002",
                    missing + ", but '" + neighbour.name() + "' is there.",
                    SourceLocation.of(file.toString()),
                    neighbour.fix()))
        .orElseGet(
            () ->
                error(
                    "HN1002",
                    missing + ".",
                    SourceLocation.of(file.toString()),
                    "Add the file under exactly this name, or name another directory with"
                        + " hybridnet.parametersDirectory."));
  }

  /** A file that need not exist is missing, and another one was probably meant to be it. */
  public static Optional<Finding> passedOver(Path file) {
    return SimilarFile.of(file)
        .filter(SimilarFile::likely)
        .map(
            neighbour -> {
              Path other = file.resolveSibling(neighbour.name());
              return new Finding(
                  "HN1031",
                  Severity.WARNING,
                  "The file '" + other + "' is not read. Only '" + file.getFileName() + "' is.",
                  SourceLocation.of(other.toString()),
                  neighbour.fix(),
                  SOURCE);
            });
  }

  /** Parameters of another network or environment stand beside a file, and nobody reads them. */
  public static Optional<Finding> besides(Path file) {
    return SimilarFile.ofAnotherNetwork(file)
        .map(file::resolveSibling)
        .map(
            other ->
                new Finding(
                    "HN1031",
                    Severity.INFO,
                    "The file '" + other + "' is not read. Only '" + file.getFileName() + "' is.",
                    SourceLocation.of(other.toString()),
                    "Keep one directory for each network or environment, and choose with"
                        + " hybridnet.parametersDirectory.",
                    SOURCE));
  }

  static Finding unreadable(String file) {
    return error(
        "HN1003",
        "The parameter file '" + file + "' cannot be read.",
        SourceLocation.of(file),
        "Check that it is a file and that this user may read it.");
  }

  static Finding tooLarge(String file, int limit) {
    return error(
        "HN1004",
        "The file has more than " + limit + " bytes, too much for a parameter file.",
        SourceLocation.of(file),
        "Check that the right file has this name.");
  }

  static Finding notUtf8(SourceLocation sourceLocation) {
    return error(
        "HN1005",
        "The file is not encoded in UTF-8.",
        sourceLocation,
        "Save it as UTF-8, with or without a byte order mark.");
  }

  public static Finding empty(String file) {
    return error(
        "HN1006",
        "The file is empty.",
        SourceLocation.of(file),
        "Write the parameters, or delete the file if it is not needed.");
  }

  public static Finding endsEarly(SourceLocation sourceLocation) {
    return error(
        "HN1006",
        "The file ends before its JSON is complete.",
        sourceLocation,
        "Close every quote, comment, bracket and brace.");
  }

  public static Finding trailingComma(SourceLocation sourceLocation, char closing) {
    return error(
        "HN1006",
        "There is a comma before the closing '" + closing + "', which JSON does not allow.",
        sourceLocation,
        "Remove the comma.");
  }

  public static Finding unexpectedCharacter(SourceLocation sourceLocation, char character) {
    return error(
        "HN1006",
        "This is not JSON: the character '" + character + "' is not expected here.",
        sourceLocation,
        "Check commas, double quotes, brackets and braces from here backwards.");
  }

  public static Finding notJson(SourceLocation sourceLocation) {
    return error(
        "HN1006",
        "This is not JSON.",
        sourceLocation,
        "Check commas, double quotes, brackets and braces from here backwards.");
  }

  public static Finding moreThanOneValue(SourceLocation sourceLocation) {
    return error(
        "HN1006",
        "There is text after the end of the JSON.",
        sourceLocation,
        "Keep one object in the file and remove the rest.");
  }

  public static Finding beyondLimits(SourceLocation sourceLocation, int depth, int length) {
    return error(
        "HN1007",
        "The JSON is nested deeper than "
            + depth
            + " levels, or holds a text of more than "
            + length
            + " characters or a number of more than 100 digits.",
        sourceLocation,
        "Check that the right file has this name.");
  }

  public static Finding duplicate(
      String name, SourceLocation sourceLocation, SourceLocation earlier) {
    return error(
        "HN1008",
        "The property '" + name + "' is written twice; the first is at " + earlier + ".",
        sourceLocation,
        "Keep one of the two.");
  }

  /** A mistake in a parameter file, with the source that all of them share. */
  static Finding error(String code, String message, SourceLocation sourceLocation, String fix) {
    return new Finding(code, Severity.ERROR, message, sourceLocation, fix, SOURCE);
  }
}
