package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation has each variant with its values. */
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
}
