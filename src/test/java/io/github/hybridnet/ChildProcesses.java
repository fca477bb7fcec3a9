package io.github.hybridnet;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Processes that tests start, so that none of them can keep a test from ending. */
public final class ChildProcesses {
  private static final long PATIENCE_MINUTES = 2;

  private ChildProcesses() {}

  /** How to start another Java with this one's class path: options, a class, and its arguments. */
  public static ProcessBuilder java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Short-lived, and several at a time.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /**
   * Kills the process if it lives longer than two minutes. Whoever reads its output then sees the
   * end of it; a read cannot be interrupted.
   */
  public static Process bounded(Process process) {
    CompletableFuture<Void> tooLong =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES));
    process.onExit().thenRun(() -> tooLong.cancel(false));
    return process;
  }

  /**
   * Skips a test where SIGINT is ignored, as in a job of a shell that runs in the background: each
   * Java that is started there ignores it, too.
   */
  public static void assumeInterruptible() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return;
    }
    // Java itself handles the signal, so that its own process tells nothing.
    Process child = bounded(new ProcessBuilder("cat", status.toString()).start());
    try (var lines = child.inputReader().lines()) {
      String ignored =
          lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn: 0");
      long mask = Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16);
      assumeFalse((mask & 0b10) != 0, "SIGINT is ignored here");
    }
  }
}
