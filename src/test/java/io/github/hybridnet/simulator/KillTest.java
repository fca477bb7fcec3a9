package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulator that is killed at any moment leaves a directory in which the next one starts. Rounds
 * and seed may be chosen: {@code -Dsimulator.kills=10 -Dsimulator.seed=1}.
 */
class KillTest {
  private static final String V = "?api-version=2024-05-01";
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
  private static final String SECRET = "/_vaults/kv/secrets/";

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void nextStartWorksAfterAKillAtAnyMoment(TestReporter reporter) throws Exception {
    long seed = Long.getLong("simulator.seed", System.nanoTime());
    reporter.publishEntry("simulator.seed", Long.toString(seed));
    Random random = new Random(seed);
    try (AzureSimulator first = AzureSimulator.start(SimulatorOptions.in(directory))) {
      ArmClient client = ArmClient.of(first.access());
      assertThat(client.put(GROUP + V, "{\"location\":\"westus2\"}").status()).isEqualTo(201);
      client.put(SECRET + "kept" + V, "{\"value\":\"as it was\"}");
    }
    for (int round = 0; round < Integer.getInteger("simulator.kills", 4); round++) {
      if (random.nextInt(4) == 0) {
        Files.deleteIfExists(directory.resolve("leaf.p12"));
      }
      Process process = start();
      try {
        // Every other one dies while it starts.
        if (round % 2 == 0) {
          assertThat(process.getInputStream().read())
              .as("start after a kill, seed %d, round %d", seed, round)
              .isEqualTo('y');
        }
        assertThat(process.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS))
            .as("ended by itself, seed %d, round %d", seed, round)
            .isFalse();
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    try (AzureSimulator last = AzureSimulator.start(SimulatorOptions.in(directory))) {
      ArmClient client = ArmClient.of(last.access());
      assertThat(client.get(GROUP + V).status()).as("seed %d", seed).isEqualTo(200);
      assertThat(client.get(SECRET + "kept" + V).json().path("value").asText())
          .as("seed %d", seed)
          .isEqualTo("as it was");
    }
    assertThat(directory.resolve("certificates.new")).doesNotExist();
  }

  private Process start() throws IOException {
    return ChildProcesses.bounded(
        ChildProcesses.java(Victim.class.getName(), directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Starts a simulator and writes to it until it is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      AzureSimulator simulator = AzureSimulator.start(SimulatorOptions.in(Path.of(args[0])));
      ArmClient client = ArmClient.of(simulator.access());
      System.out.write('y');
      System.out.flush();
      for (int i = 0; true; i++) {
        client.put(SECRET + "s" + i % 50 + V, "{\"value\":\"" + i + "\"}");
        client.put(GROUP + V, "{\"location\":\"westus2\",\"tags\":{\"i\":\"" + i + "\"}}");
      }
    }
  }
}
