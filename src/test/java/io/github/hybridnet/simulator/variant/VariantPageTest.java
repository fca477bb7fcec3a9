package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation has each variant with its values, and the simulator plays each. */
class VariantPageTest {
  @Test
  void pageHasTheTable() throws Exception {
    List<String> rows =
        Files.readAllLines(Path.of("docs/simulator-variants.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(AzureVariant.values())
                .map(
                    each ->
                        "| `%s` | %s | `%s` |"
                            .formatted(
                                each.word(), each.about(), String.join("`, `", each.choices())))
                .toList());
  }

  @Test
  void eachIsPlayedSomewhere() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/hybridnet/simulator"))) {
      String sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(VariantPageTest::text)
              .collect(Collectors.joining());
      assertThat(AzureVariant.values())
          .allSatisfy(each -> assertThat(sources).contains("AzureVariant." + each.name()));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
