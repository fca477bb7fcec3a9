package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address that takes connections and says nothing, as that of a process that was suspended. */
class SilentSimulatorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir private Path directory;

  private void listenAt(ServerSocket silent) throws IOException {
    Files.writeString(
        directory.resolve("endpoint"), "https://127.0.0.1:" + silent.getLocalPort() + "\n");
  }

  private static ServerSocket silent() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @Test
  void oneThatRunsAndDoesNotAnswerIsNamed() throws IOException {
    try (AzureSimulator simulator =
            AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)));
        ServerSocket silent = silent()) {
      assertThat(AzureSimulator.running(directory)).contains(simulator.access());
      listenAt(silent);
      RunningSimulatorFinder runningSimulatorFinder =
          new RunningSimulatorFinder(directory, PATIENCE);
      assertThatThrownBy(runningSimulatorFinder::find)
          .isInstanceOf(SimulatorException.class)
          .hasMessageStartingWith(
              "The simulator in the directory '"
                  + directory
                  + "' did not answer within 1 s. It runs in process ")
          .hasMessageEndingWith(
              ", which may be suspended or busy. Resume or end that process, or choose another"
                  + " directory.");
    }
  }

  @Test
  void anAddressThatStayedBehindIsNotTakenForOne() throws IOException {
    try (AzureSimulator simulator =
        AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)))) {
      assertThat(simulator.access().directory()).isEqualTo(directory);
    }
    try (ServerSocket silent = silent()) {
      listenAt(silent);
      assertThat(new RunningSimulatorFinder(directory, PATIENCE).find()).isEmpty();
    }
  }
}
