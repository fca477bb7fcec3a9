package io.github.hybridnet.maven.process;

import io.github.hybridnet.console.LineWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lines that are seen although the process is ending: Maven 4 closes its terminal as soon as that
 * begins, and its log fails from then on. They go to the process's own standard error then.
 */
public final class ShutdownSafeLog implements LineWriter {
  private final LineWriter log;
  private final PrintStream error;
  private final BooleanSupplier logIsClosed;

  ShutdownSafeLog(LineWriter log, PrintStream error, BooleanSupplier logIsClosed) {
    this.log = log;
    this.error = error;
    this.logIsClosed = logIsClosed;
  }

  /**
   * Lines of a goal.
   *
   * @param log where they go as long as it is open
   * @param maven the Maven that runs
   */
  public static LineWriter after(LineWriter log, MavenVersion maven) {
    if (!maven.isAtLeastFour()) {
      return log;
    }
    FileOutputStream descriptor = new FileOutputStream(FileDescriptor.err);
    return new ShutdownSafeLog(
        log,
        new PrintStream(descriptor, true, Charset.defaultCharset()),
        ShutdownSafeLog::isProcessEnding);
  }

  @Override
  public void info(String line) {
    say(log::info, "[INFO] ", line);
  }

  @Override
  public void warn(String line) {
    say(log::warn, "[WARNING] ", line);
  }

  @Override
  public void error(String line) {
    say(log::error, "[ERROR] ", line);
  }

  private void say(Consumer<String> open, String level, String line) {
    if (logIsClosed.getAsBoolean()) {
      error.println(level + line);
    } else {
      open.accept(line);
    }
  }

  /** Only then does the JVM refuse hooks; there is no other way to ask it. */
  private static boolean isProcessEnding() {
    Thread hook = new Thread(() -> {}, "hybridnet-probe");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
