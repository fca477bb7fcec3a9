package io.github.hybridnet.lab;

import io.github.hybridnet.ChildProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs programs to their end. */
final class Programs {
  private Programs() {}

  /** What became of one: its exit status, and what it wrote. */
  record Outcome(int status, String output) {}

  /** Runs one; more environment than this process has. */
  static Outcome run(List<String> words, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = ChildProcesses.bounded(builder.start());
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
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
