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
        "Create the directory with the parameter files, or set hybridnet.parametersDirectory to"
            + " another one.");
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
                    "Add the file under exactly this name, or set hybridnet.parametersDirectory to"
                        + " another directory."));
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
                    "Keep one directory for each network or environment, and choose"
                        + " with hybridnet.parametersDirectory.",
                    SOURCE));
  }

  static Finding unreadable(String file) {
    return error(
        "HN1003",
        "The parameter file '" + file + "' cannot be read.",
        SourceLocation.of(file),
        "Put a file with this name there that this user may read.");
  }

  static Finding tooLarge(String file, int limit) {
    return error(
        "HN1004",
        "The file must have at most " + limit + " bytes.",
        SourceLocation.of(file),
        "Put the right parameter file there: another file may have this name by mistake.");
  }

  static Finding notUtf8(SourceLocation sourceLocation) {
    return error(
        "HN1005",
        "The file is not encoded in UTF-8.",
        sourceLocation,
        "Save the file as UTF-8, with or without a byte order mark.");
  }

  public static Finding empty(String file) {
    return error(
        "HN1006",
        "The file is empty.",
        SourceLocation.of(file),
        "Write the parameters in the file, or delete the file if it is not needed.");
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
        "Correct the commas, double quotes, brackets or braces here or before this place.");
  }

  public static Finding notJson(SourceLocation sourceLocation) {
    return error(
        "HN1006",
        "This is not JSON.",
        sourceLocation,
        "Correct the commas, double quotes, brackets or braces here or before this place.");
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
        "The JSON must have at most "
            + depth
            + " levels, texts of at most "
            + length
            + " characters and numbers of at most 100 digits.",
        sourceLocation,
        "Put the right parameter file there: another file may have this name by mistake.");
  }

  public static Finding duplicate(
      String name, SourceLocation sourceLocation, SourceLocation earlier) {
    return error(
        "HN1008",
        "The property '" + name + "' is written twice; the first is at " + earlier + ".",
        sourceLocation,
        "Keep one of the two, and remove the other.");
  }

  /** A mistake in a parameter file, with the source that all of them share. */
  static Finding error(String code, String message, SourceLocation sourceLocation, String fix) {
    return new Finding(code, Severity.ERROR, message, sourceLocation, fix, SOURCE);
  }
}
