package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
final class Programs {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Programs() {}

  /** What became of one: its exit status, and what it wrote. */
  record Outcome(int status, String output) {}

  /** Runs one; more environment than this process has. */
  static Outcome run(List<String> words, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    CompletableFuture<Void> tooLong =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    tooLong.cancel(false);
    return new Outcome(status, output.strip());
  }

  /** Runs one that has to succeed; what it wrote. */
  static String demand(List<String> words, Map<String, String> environment)
      throws IOException, InterruptedException {
    Outcome outcome = run(words, environment);
    if (outcome.status() != 0) {
      throw new IllegalStateException(
          String.join(" ", words) + " ended with " + outcome.status() + ": " + outcome.output());
    }
    return outcome.output();
  }

  /** Runs one that has to succeed; what it wrote. */
  static String demand(String... words) throws IOException, InterruptedException {
    return demand(List.of(words), Map.of());
  }
}
