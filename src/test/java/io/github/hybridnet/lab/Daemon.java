package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that goes on until it is ended; what it writes is in a file. */
final class Daemon implements AutoCloseable {
  private final Process process;
  private final Path log;

  private Daemon(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts one. */
  static Daemon start(Path log, List<String> words, Map<String, String> environment)
      throws IOException {
    return start(log, log.toAbsolutePath().getParent(), words, environment);
  }

  /** Starts one in a working directory. */
  static Daemon start(Path log, Path directory, List<String> words, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Daemon(process, log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has written. */
  String text() throws IOException {
    return Files.readString(log);
  }

  /** Waits for its end; the exit status. */
  int end(long seconds) throws InterruptedException, IOException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Did not end within " + seconds + " s: " + text());
    }
    return process.exitValue();
  }

  /** As {@code kill}. */
  void terminate() {
    process.destroy();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As {@code kill}; after three seconds as {@code kill -9}. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(3, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
