package io.github.hybridnet.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDirectoryTest {
  @TempDir private Path directory;

  /** What a goal has to remember when it is stopped matters most. */
  @Test
  void anInterruptedThreadWritesToo() throws Exception {
    JournalDirectory journal = new JournalDirectory(directory, "operations");
    Thread.currentThread().interrupt();
    journal.write("one.json", "{}");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(journal.names()).containsExactly("one.json");
  }
}
