package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each sealed type has a test that handles an example of each of its kinds. */
class SealedTypesTest {
  private static final Pattern SEALED =
      Pattern.compile(
          "(?m)^\\s*(?:public |abstract )*sealed (?:abstract )?(?:class|interface) (\\w+)");
  private static final Pattern EXAMPLES =
      Pattern.compile("SealedExamples\\.of\\(\\s*(\\w+)\\.class");

  private static Set<String> found(Pattern pattern, String directory) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of(directory))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        names.addAll(
            pattern
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet()));
      }
    }
    return names;
  }

  @Test
  void allHaveExamples() throws IOException {
    assertThat(found(EXAMPLES, "src/test/java"))
        .isEqualTo(found(SEALED, "src/main/java"))
        .isNotEmpty();
  }
}
