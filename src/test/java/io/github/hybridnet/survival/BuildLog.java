package io.github.hybridnet.survival;

import io.github.hybridnet.console.LineWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps what goals say, and their failures as {@code -X} shows them, for the canary to look at. */
final class BuildLog {
  private final Path file;

  BuildLog(Path file) {
    this.file = file;
  }

  /** Writes to the log and to another place. */
  LineWriter with(LineWriter other) {
    return new LineWriter() {
      @Override
      public void info(String line) {
        add(line);
        other.info(line);
      }

      @Override
      public void warn(String line) {
        add(line);
        other.warn(line);
      }

      @Override
      public void error(String line) {
        add(line);
        other.error(line);
      }
    };
  }

  /** A failure with its stack trace, and with everything that is attached to it. */
  void add(RuntimeException failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    add(trace.toString());
  }

  /** What a log holds. */
  static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void add(String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
