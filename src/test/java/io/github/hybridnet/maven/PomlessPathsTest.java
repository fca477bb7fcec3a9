package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomlessPathsTest {
  @TempDir private Path directory;

  @Test
  void theResultsGoBelowTheCurrentDirectory() {
    File open = directory.resolve("${project.basedir}").resolve("target").toFile();

    assertThat(PomlessPaths.below(open)).isEqualTo(directory.resolve("target"));
  }

  @Test
  void otherDirectoriesStayAsTheyAre() {
    assertThat(PomlessPaths.below(directory.toFile())).isEqualTo(directory);
  }
}
