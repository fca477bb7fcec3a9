package io.github.hybridnet.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Saves tests the seconds that a new certificate takes: copies the files that the first simulator
 * of the test run made.
 */
public final class SimulatorFixture {
  /** What a simulator keeps from one run to the next. */
  static final List<String> FILES =
      List.of(".hybridnet-simulator", "ca.pem", "leaf.p12", "state.key");

  private SimulatorFixture() {}

  /** Puts a key and its certificates into a directory that has none yet. */
  public static Path prepared(Path directory) {
    Path made = Holder.MADE;
    try {
      for (String file : FILES) {
        Files.copy(made.resolve(file), directory.resolve(file));
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final Path MADE = make();

    private static Path make() {
      try {
        Path directory = Files.createTempDirectory("simulator-fixture");
        AzureSimulator.start(SimulatorOptions.in(directory), List.of()).close();
        directory.toFile().deleteOnExit();
        try (var files = Files.list(directory)) {
          files.forEach(file -> file.toFile().deleteOnExit());
        }
        return directory;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
