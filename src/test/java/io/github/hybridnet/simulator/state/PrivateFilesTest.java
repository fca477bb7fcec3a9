package io.github.hybridnet.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
  @TempDir private Path directory;

  /** As when the state is saved in the thread of a goal that was stopped. */
  @Test
  void anInterruptedThreadWritesToo() throws Exception {
    Path file = directory.resolve("state.json");
    Thread.currentThread().interrupt();
    PrivateFiles.write(file, new byte[] {1, 2});
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasBinaryContent(new byte[] {1, 2});
  }
}
