package io.github.hybridnet.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateWriterTest {
  @TempDir Path directory;

  @Test
  void aChangeAfterTheEndHasBegunIsWrittenByTheEnd() throws IOException {
    StateFile file =
        new StateFile(
            directory.resolve("state.json"),
            new SecretFields(SecretCipher.keyIn(directory.resolve("key"))));
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    StateWriter writer =
        new StateWriter(
            file, () -> JsonNodeFactory.instance.objectNode().put("a", 1), executor, () -> true);
    executor.shutdown();

    writer.changed();
    writer.changed();
    writer.write();

    assertThat(file.load().orElseThrow().path("a").asInt()).isEqualTo(1);
  }
}
