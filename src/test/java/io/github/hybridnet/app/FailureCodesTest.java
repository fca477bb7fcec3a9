package io.github.hybridnet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All codes are explained on a page. Those of planning, deploying, drilling and removing are each
 * for one thing.
 */
class FailureCodesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGES = Path.of("docs");
  private static final Path PAGE = Path.of("docs/goals.md");
  private static final Pattern CODE = Pattern.compile("\"(HN[45]\\d{3})\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (HN[45]\\d{3}) \\|");

  private static final Pattern ANY_CODE = Pattern.compile("\"(HN\\d{4})\"");
  private static final Pattern ANY_ROW = Pattern.compile("(?m)^\\| (HN\\d{4}) \\|");

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static List<String> used() throws IOException {
    return found(CODE, SOURCES, ".java");
  }

  private static List<String> found(Pattern pattern, Path directory, String ending)
      throws IOException {
    List<String> codes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        codes.addAll(found(pattern, file));
      }
    }
    return codes;
  }

  @Test
  void eachCodeOfAnyRoomHasARowOnAPage() throws IOException {
    assertThat(new TreeSet<>(found(ANY_ROW, PAGES, ".md")))
        .isEqualTo(new TreeSet<>(found(ANY_CODE, SOURCES, ".java")))
        .hasSizeGreaterThan(200);
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
