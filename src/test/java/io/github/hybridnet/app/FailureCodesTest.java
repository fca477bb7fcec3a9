package io.github.hybridnet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The codes of planning, deploying, drilling and removing: each for one thing, and all of them
 * explained.
 */
class FailureCodesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Path.of("docs/goals.md");
  private static final Pattern CODE = Pattern.compile("\"(HN[45]\\d{3})\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (HN[45]\\d{3}) \\|");

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static List<String> used() throws IOException {
    List<String> codes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        codes.addAll(found(CODE, file));
      }
    }
    return codes;
  }

  @Test
  void eachStandsForOneThing() throws IOException {
    assertThat(used()).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  @Test
  void allAreExplained() throws IOException {
    assertThat(found(ROW, PAGE)).containsExactlyElementsOf(used().stream().sorted().toList());
  }
}
