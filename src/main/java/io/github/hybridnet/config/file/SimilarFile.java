package io.github.hybridnet.config.file;

import io.github.hybridnet.text.SpellingSuggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that stands where a parameter file is missing, and was probably meant.
 *
 * @param name its name
 * @param fix what makes a parameter file of it
 * @param likely whether it is in use, so far as its name tells: not a note, a template or a copy
 *     that was put aside
 */
record SimilarFile(String name, String fix, boolean likely) {
  private static final String ENDING = ".parameters.json";
  private static final List<String> PUBLISHED =
      Arrays.stream(ParameterFile.values()).map(ParameterFile::fileName).toList();
  private static final List<String> STEMS = PUBLISHED.stream().map(SimilarFile::stem).toList();

  /** How a name misses the expected one, the nearest first. */
  private enum NameMismatch {
    CASE("Rename '%1$s' to '%2$s': the case of each letter counts."),
    WORD("Rename '%1$s' to '%2$s'."),
    ENVIRONMENT(
        "Keep one directory for each environment. Move the file there as '%2$s', and choose with"
            + " hybridnet.parametersDirectory."),
    BICEP("In its directory, run 'az bicep build-params --file %1$s --outfile %2$s'."),
    FORMAT("Save its content as JSON under the name '%2$s'.");

    private final String fix;

    NameMismatch(String fix) {
      this.fix = fix;
    }
  }

  /** The nearest neighbour of a file that does not exist; empty where none is near. */
  static Optional<SimilarFile> of(Path missing) {
    Path directory = missing.getParent();
    Path last = missing.getFileName();
    if (directory == null || last == null) {
      return Optional.empty();
    }
    String expected = last.toString();
    List<String> others = others(directory);
    for (NameMismatch nameMismatch : NameMismatch.values()) {
      for (String name : others) {
        if (nameMismatch == miss(expected, name)) {
          return Optional.of(
              new SimilarFile(
                  name,
                  nameMismatch.fix.formatted(name, expected),
                  nameMismatch != NameMismatch.FORMAT));
        }
      }
    }
    return Optional.empty();
  }

  /** The parameters of another network or environment beside a file that exists. */
  static Optional<String> ofAnotherNetwork(Path present) {
    Path directory = present.getParent();
    String own = String.valueOf(present.getFileName());
    return directory == null
        ? Optional.empty()
        : others(directory).stream()
            .filter(name -> miss(own, name) == NameMismatch.ENVIRONMENT)
            .filter(name -> lower(name).contains(".parameters."))
            .findFirst();
  }

  private static List<String> others(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !PUBLISHED.contains(name))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // A directory that may not be listed has no neighbours to name.
      return List.of();
    }
  }

  private static @Nullable NameMismatch miss(String expected, String name) {
    String stem = stem(expected);
    String found = lower(name);
    if (name.equalsIgnoreCase(expected)) {
      return NameMismatch.CASE;
    }
    if (!found.matches(Pattern.quote(stem) + "[._-].*")) {
      // What is nearer to another file's name is that file.
      boolean mistyped =
          found.endsWith(ENDING) && stem.equals(SpellingSuggestion.to(stem(found), STEMS));
      return mistyped ? NameMismatch.WORD : null;
    }
    return ofSameStem(found, stem);
  }

  private static @Nullable NameMismatch ofSameStem(String found, String stem) {
    String rest = found.substring(stem.length());
    if (rest.equals(".json")) {
      return NameMismatch.WORD;
    }
    if (rest.endsWith(".json")) {
      return NameMismatch.ENVIRONMENT;
    }
    if (rest.endsWith(".bicepparam")) {
      return NameMismatch.BICEP;
    }
    return rest.equals(".bicep") ? null : NameMismatch.FORMAT;
  }

  private static String stem(String name) {
    return lower(name.substring(0, name.length() - ENDING.length()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
