package io.github.hybridnet.failover.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program once, without input, and ends it and its children when that takes too long. */
final class Program {
  private final List<String> words;
  private final Path directory;

  Program(List<String> words, Path directory) {
    this.words = words;
    this.directory = directory;
  }

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param output what it wrote to its standard output, if that was to be kept
   */
  record Ended(int status, String output) {}

  /** Runs it; empty when it had to be ended. Nobody sees what it writes. */
  Optional<Ended> run(Duration timeout) throws IOException, InterruptedException {
    return run(timeout, false);
  }

  /** The same for a program that writes little. */
  Optional<Ended> runAndRead(Duration timeout) throws IOException, InterruptedException {
    return run(timeout, true);
  }

  private Optional<Ended> run(Duration timeout, boolean read)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectOutput(read ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
      String output =
          read
              ? new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
              : "";
      return Optional.of(new Ended(process.exitValue(), output));
    } finally {
      if (process.isAlive()) {
        kill(process);
      }
    }
  }

  /** The program first, so that it cannot start more of them. */
  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle child : children) {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
    }
  }
}
