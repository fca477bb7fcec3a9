package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The directory of a simulator that leaves nothing behind. Making certificates takes a second, so
 * all such simulators of a process share those of the first one.
 */
final class TemporaryDirectory {
  private static final List<String> FILES = List.of("state.key", "leaf.p12", "ca.pem", "trust.p12");
  private static final Map<String, byte[]> CERTIFICATES = new HashMap<>();

  private TemporaryDirectory() {}

  static Path create() throws IOException {
    Path directory = Files.createTempDirectory("hybridnet-simulator");
    new SimulatorDirectory(directory).claim();
    synchronized (CERTIFICATES) {
      for (Map.Entry<String, byte[]> file : CERTIFICATES.entrySet()) {
        PrivateFiles.write(directory.resolve(file.getKey()), file.getValue());
      }
    }
    return directory;
  }

  /** Keeps the certificates of a simulator that has started. */
  static void remember(Path directory) throws IOException {
    synchronized (CERTIFICATES) {
      for (String file : FILES) {
        CERTIFICATES.put(file, Files.readAllBytes(directory.resolve(file)));
      }
    }
  }

  static void delete(Path directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }
}
