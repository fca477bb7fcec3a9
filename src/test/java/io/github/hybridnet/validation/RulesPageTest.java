package io.github.hybridnet.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.validation.rules.ValidationRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of rules says what the rules say. */
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/rules.md");

  @Test
  void listsEachRuleAndNoOther() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| HN")).toList();
    List<String> expected =
        NetworkValidator.standard().rules().stream().map(RulesPageTest::row).toList();
    assertThat(rows).containsExactlyElementsOf(expected);
  }

  private static String row(ValidationRule validationRule) {
    return "| "
        + validationRule.id()
        + " | "
        + validationRule.sentence()
        + " | "
        + validationRule.source()
        + " |";
  }
}
