package io.github.hybridnet.maven;

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

/** The page of parameters names those that there are. */
class ParametersPageTest {
  private static final Path PAGE = Path.of("docs/parameters.md");
  private static final Path MOJOS = Path.of("src/main/java/io/github/hybridnet/maven");
  private static final Pattern PROPERTY = Pattern.compile("property = \"hybridnet\\.([^\"]+)\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
  private static final Pattern SKIP = Pattern.compile("`([a-z-]+\\.skip)`");

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void namesAllParametersAndNoOther() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(MOJOS)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Mojo.java")).toList()) {
        sources.append(Files.readString(file));
      }
    }
    String page = Files.readString(PAGE);
    Set<String> documented = found(ROW, page);
    documented.addAll(found(SKIP, page));
    assertThat(documented).isEqualTo(found(PROPERTY, sources.toString())).hasSizeGreaterThan(40);
  }
}
