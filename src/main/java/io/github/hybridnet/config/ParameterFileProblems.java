package io.github.hybridnet.config;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.model.Severity;
import java.nio.file.Path;
import java.util.Optional;

/** Every sentence about parameter files that are missing or no JSON, with its code. */
final class ParameterFileProblems {
  private static final String SOURCE =
      "Azure Resource Manager: syntax of deployment parameter files";

  private ParameterFileProblems() {}

  static Finding noDirectory(String directory) {
    return error(
        "HN1001",
        "There is no directory '" + directory + "'.",
        Place.of(directory),
        "Create it with the parameter files, or name the right one with"
            + " hybridnet.parametersDirectory.");
  }

  static Finding missingFile(Path file) {
    String missing = "The parameter file '" + file + "' does not exist";
    return NeighbourFile.of(file)
        .map(
            neighbour ->
                error(
                    "HN1002",
                    missing + ", but '" + neighbour.name() + "' is there.",
                    Place.of(file.toString()),
                    neighbour.fix()))
        .orElseGet(
            () ->
                error(
                    "HN1002",
                    missing + ".",
                    Place.of(file.toString()),
                    "Add the file under exactly this name, or name another directory with"
                        + " hybridnet.parametersDirectory."));
  }

  /** A file that need not exist is missing, and another one was probably meant to be it. */
  static Optional<Finding> passedOver(Path file) {
    return NeighbourFile.of(file)
        .filter(NeighbourFile::likely)
        .map(
            neighbour -> {
              Path other = file.resolveSibling(neighbour.name());
              return new Finding(
                  "HN1031",
                  Severity.WARNING,
                  "The file '" + other + "' is not read. Only '" + file.getFileName() + "' is.",
                  Place.of(other.toString()),
                  neighbour.fix(),
                  SOURCE);
            });
  }

  /** Parameters of another network or environment stand beside a file, and nobody reads them. */
  static Optional<Finding> besides(Path file) {
    return NeighbourFile.ofAnotherNetwork(file)
        .map(file::resolveSibling)
        .map(
            other ->
                new Finding(
                    "HN1031",
                    Severity.INFO,
                    "The file '" + other + "' is not read. Only '" + file.getFileName() + "' is.",
                    Place.of(other.toString()),
                    "Keep one directory for each network or environment, and choose with"
                        + " hybridnet.parametersDirectory.",
                    SOURCE));
  }

  static Finding unreadable(String file) {
    return error(
        "HN1003",
        "The parameter file '" + file + "' cannot be read.",
        Place.of(file),
        "Check that it is a file and that this user may read it.");
  }

  static Finding tooLarge(String file, int limit) {
    return error(
        "HN1004",
        "The file has more than " + limit + " bytes, too much for a parameter file.",
        Place.of(file),
        "Check that the right file has this name.");
  }

  static Finding notUtf8(Place place) {
    return error(
        "HN1005",
        "The file is not encoded in UTF-8.",
        place,
        "Save it as UTF-8, with or without a byte order mark.");
  }

  static Finding empty(String file) {
    return error(
        "HN1006",
        "The file is empty.",
        Place.of(file),
        "Write the parameters, or delete the file if it is not needed.");
  }

  static Finding endsEarly(Place place) {
    return error(
        "HN1006",
        "The file ends before its JSON is complete.",
        place,
        "Close every quote, comment, bracket and brace.");
  }

  static Finding trailingComma(Place place, char closing) {
    return error(
        "HN1006",
        "A comma stands before the closing '" + closing + "', which JSON does not allow.",
        place,
        "Remove the comma.");
  }

  static Finding unexpectedCharacter(Place place, char character) {
    return error(
        "HN1006",
        "This is not JSON: the character '" + character + "' is not expected here.",
        place,
        "Check commas, double quotes, brackets and braces from here backwards.");
  }

  static Finding notJson(Place place) {
    return error(
        "HN1006",
        "This is not JSON.",
        place,
        "Check commas, double quotes, brackets and braces from here backwards.");
  }

  static Finding moreThanOneValue(Place place) {
    return error(
        "HN1006",
        "Something follows the end of the JSON.",
        place,
        "Keep one object in the file and remove what follows it.");
  }

  static Finding beyondLimits(Place place, int depth, int length) {
    return error(
        "HN1007",
        "The JSON is nested deeper than "
            + depth
            + " levels, or holds a text of more than "
            + length
            + " characters or a number of more than 100 digits.",
        place,
        "Check that the right file has this name.");
  }

  static Finding duplicate(String name, Place place, Place earlier) {
    return error(
        "HN1008",
        "The property '" + name + "' is written twice; it stands at " + earlier + " already.",
        place,
        "Keep one of the two.");
  }

  /** A mistake in a parameter file, with the source that all of them share. */
  static Finding error(String code, String message, Place place, String fix) {
    return new Finding(code, Severity.ERROR, message, place, fix, SOURCE);
  }
}
