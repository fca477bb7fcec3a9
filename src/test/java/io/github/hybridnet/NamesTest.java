package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/naming.md promises of the names of classes. */
class NamesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z0-9]*");
  private static final int MOST_PERCENT = 12;

  @Test
  void noNameStandsTwice() throws IOException {
    assertThat(SourcePackages.classes(MAIN)).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void fewNamesAreOneWord() throws IOException {
    List<String> all = SourcePackages.classes(MAIN);
    List<String> single = all.stream().filter(ONE_WORD.asMatchPredicate()).toList();
    assertThat(100 * single.size())
        .as("one-word names: %s", single)
        .isLessThan(MOST_PERCENT * all.size());
  }
}
