package io.github.hybridnet.drill.probe;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds programs as a shell does: by the search path, or by a path from the project's directory.
 */
final class ProgramFinder {
  private final OperatingSystem system;
  private final Path directory;
  private final Map<String, String> environment;

  ProgramFinder(OperatingSystem system, Path directory, Map<String, String> environment) {
    this.system = system;
    this.directory = directory;
    this.environment = environment;
  }

  Optional<Path> find(String name) {
    try {
      boolean isPath = name.contains("/") || name.contains(File.separator);
      Stream<Path> places =
          isPath ? Stream.of(directory) : searchPath().map(place -> directory.resolve(place));
      return places
          .flatMap(place -> suffixes().map(suffix -> place.resolve(name + suffix)))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .map(Path::toAbsolutePath)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Stream<String> searchPath() {
    return Stream.of(variable("PATH").split(File.pathSeparator)).filter(s -> !s.isBlank());
  }

  /** On Windows a program may be named without its suffix. */
  private Stream<String> suffixes() {
    return system == OperatingSystem.WINDOWS
        ? Stream.of("", ".exe", ".com", ".bat", ".cmd")
        : Stream.of("");
  }

  /** Windows does not care for the case of a variable's name. */
  private String variable(String name) {
    return environment.entrySet().stream()
        .filter(
            entry ->
                system == OperatingSystem.WINDOWS
                    ? entry.getKey().equalsIgnoreCase(name)
                    : entry.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
