package io.github.hybridnet.simulator;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
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
  private static final int PATIENCE_SECONDS = 120;
  private static final String SECRET = "/_vaults/kv/secrets/";

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void nextStartWorksAfterAKillAtAnyMoment(TestReporter reporter) throws Exception {
    long seed = Long.getLong("simulator.seed", System.nanoTime());
    reporter.publishEntry("simulator.seed", Long.toString(seed));
    Random random = new Random(seed);
    try (AzureSimulator first =
        AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)))) {
      ArmClient client = ArmClient.of(first.access());
      assertThat(client.put(GROUP + V, "{\"location\":\"westus2\"}").status()).isEqualTo(201);
      client.put(SECRET + "kept" + V, "{\"value\":\"as it was\"}");
    }
    for (int round = 0; round < Integer.getInteger("simulator.kills", 4); round++) {
      if (random.nextInt(4) == 0) {
        Files.deleteIfExists(directory.resolve("leaf.p12"));
      }
      // Every other one dies while it starts.
      if (round % 2 == 0) {
        killAfterRequests(random.nextInt(300), "seed %d, round %d".formatted(seed, round));
      } else {
        killAfterChanges(1 + random.nextInt(20), "seed %d, round %d".formatted(seed, round));
      }
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

  /** Kills a simulator that has answered so many requests. */
  private void killAfterRequests(int requests, String round) throws Exception {
    Process process = start();
    try {
      assertThat(process.getInputStream().readNBytes(1 + requests))
          .as("start after a kill, and requests, %s", round)
          .hasSize(1 + requests);
    } finally {
      kill(process);
    }
  }

  /** Kills a simulator that starts, after so many changes of its files. */
  private void killAfterChanges(int changes, String round) throws Exception {
    try (WatchService watch = directory.getFileSystem().newWatchService()) {
      directory.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
      Process process = start();
      try {
        for (int seen = 0; seen < changes; ) {
          WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
          assertThat(key).as("changes of files, %s", round).isNotNull();
          seen += key.pollEvents().size();
          key.reset();
        }
      } finally {
        kill(process);
      }
    }
  }

  private static void kill(Process process) throws InterruptedException {
    assertThat(process.isAlive()).as("lives until it is killed").isTrue();
    process.destroyForcibly();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private Process start() throws IOException {
    return ChildProcesses.bounded(
        ChildProcesses.java(Victim.class.getName(), directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Starts a simulator and writes to it until it is killed; a byte for its start, and for each. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      AzureSimulator simulator = AzureSimulator.start(SimulatorOptions.in(Path.of(args[0])));
      ArmClient client = ArmClient.of(simulator.access());
      report();
      for (int i = 0; true; i++) {
        client.put(SECRET + "s" + i % 50 + V, "{\"value\":\"" + i + "\"}");
        report();
        client.put(GROUP + V, "{\"location\":\"westus2\",\"tags\":{\"i\":\"" + i + "\"}}");
        report();
      }
    }

    private static void report() {
      System.out.write('y');
      System.out.flush();
    }
  }
}
