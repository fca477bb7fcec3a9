package io.github.hybridnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages and classes of the product, as they lie in the source folder. */
final class SourcePackages {
  private static final Path ROOT = Path.of("src/main/java/io/github/hybridnet");
  private static final String INFO = "package-info.java";

  private SourcePackages() {}

  /** All packages that have classes, by their names below the base package. */
  static Set<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith(INFO))
          .map(file -> ROOT.relativize(file.getParent()).toString().replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The simple names of all classes below a folder, each as often as it stands there. */
  static List<String> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java") && !name.equals(INFO))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .sorted()
          .toList();
    }
  }

  static Path folder(String name) {
    return ROOT.resolve(name.replace('.', '/'));
  }

  static Path info(String name) {
    return folder(name).resolve(INFO);
  }
}
