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

/** The page of all parameters names each of them. */
class ParametersPageTest {
  private static final Pattern PROPERTY = Pattern.compile("property = \"hybridnet\\.([^\"]+)\"");

  @Test
  void namesEachParameter() throws IOException {
    Set<String> parameters = properties();
    assertThat(parameters).contains("cloud", "confirm", "simulator.port");
    String page = Files.readString(Path.of("docs/parameters.md"));
    assertThat(parameters).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static Set<String> properties() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/hybridnet/maven"))) {
      Set<String> names = new TreeSet<>();
      for (Path file : files.filter(f -> f.toString().endsWith("Mojo.java")).toList()) {
        names.addAll(
            PROPERTY
                .matcher(Files.readString(file))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet()));
      }
      return names;
    }
  }
}
