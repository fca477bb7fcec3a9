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
      List.of(".hybridnet-simulator", "ca.pem", "trust.p12", "leaf.p12", "state.key");

  private SimulatorFixture() {}

  /** Puts a key and its certificates into a directory, if it has none yet. */
  public static synchronized Path prepared(Path directory) {
    Path made = Holder.MADE;
    try {
      Files.createDirectories(directory);
      for (String file : FILES) {
        Path copy = directory.resolve(file);
        if (!Files.exists(copy)) {
          Files.copy(made.resolve(file), copy);
        }
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for the directory of these options. */
  public static SimulatorOptions prepared(SimulatorOptions options) {
    prepared(options.directory());
    return options;
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
