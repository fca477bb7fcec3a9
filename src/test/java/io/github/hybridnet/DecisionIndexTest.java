package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the decisions lists each record once, under its own number. */
class DecisionIndexTest {
  private static final Path DECISIONS = Path.of("docs/decisions");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| \\[(\\d+)]\\((\\d{4})(-[a-z0-9-]+\\.md)\\) \\| \\S");

  private static List<String> records() throws IOException {
    try (Stream<Path> files = Files.list(DECISIONS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .toList();
    }
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(DECISIONS.resolve("README.md"))).results().toList();
  }

  @Test
  void eachRecordStandsInTheIndexOnce() throws IOException {
    assertThat(rows().stream().map(row -> row.group(2) + row.group(3)))
        .containsExactlyInAnyOrderElementsOf(records());
  }

  @Test
  void aRowHasTheNumberOfItsRecord() throws IOException {
    assertThat(rows()).allSatisfy(row -> assertThat(row.group(2)).isEqualTo(padded(row.group(1))));
  }

  @Test
  void aRecordHasItsOwnNumberInItsTitle() throws IOException {
    assertThat(records())
        .allSatisfy(
            name ->
                assertThat(Files.readString(DECISIONS.resolve(name)))
                    .startsWith("# " + Integer.parseInt(name.substring(0, 4)) + ". "));
    assertThat(records().stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
  }

  private static String padded(String number) {
    return "0".repeat(4 - number.length()) + number;
  }
}
