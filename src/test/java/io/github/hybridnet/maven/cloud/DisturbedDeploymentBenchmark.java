package io.github.hybridnet.maven.cloud;

import static io.github.hybridnet.maven.cloud.DeploymentBenchmark.SPEED;
import static io.github.hybridnet.maven.cloud.DeploymentBenchmark.criticalPath;
import static io.github.hybridnet.maven.cloud.DeploymentBenchmark.network;
import static io.github.hybridnet.maven.cloud.DeploymentBenchmark.print;
import static io.github.hybridnet.maven.cloud.DeploymentBenchmark.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a distant and a busy Azure cost. Run it with {@code mvn -Pbenchmark test
 * -Dtest=DisturbedDeploymentBenchmark}; it prints figures and judges nothing by time.
 */
@Tag("benchmark")
class DisturbedDeploymentBenchmark {
  private static final Duration LATENCY = Duration.ofMillis(100);

  /** Each answer is late by {@link #LATENCY}. */
  private static final String DISTANT =
      """
      {"rules": [{"id": "distance", "effect": {"delay": {"wall": "PT0.1S"}}}]}
      """;

  /** A tenth of all requests is throttled, and a tenth of all writes meets another operation. */
  private static final String BUSY =
      """
      {"rules": [
        {"id": "throttled", "calls": {"probability": 0.1, "seed": 4},
         "effect": {"status": {"status": 429, "retryAfter": 1}}},
        {"id": "throttledPolls", "phase": "polling", "calls": {"probability": 0.1, "seed": 6},
         "effect": {"status": {"status": 429, "retryAfter": 1}}},
        {"id": "busy", "match": {"operation": ["PUT", "DELETE"]}, "calls": {"probability": 0.1, "seed": 5},
         "effect": {"status": {"status": 409, "code": "AnotherOperationInProgress",
           "message": "Another operation on this or dependent resource is in progress."}}}
      ]}
      """;

  /** Pauses that the engine chooses are as much shorter as the simulated operations are. */
  private static final Sleeper SCALED =
      duration -> Thread.sleep(Math.max(1, Math.round(duration.toMillis() / SPEED)));

  @TempDir private Path directory;

  private SimulatorOptions simulator(String faults, double speed) throws IOException {
    Path file = Files.writeString(directory.resolve("faults.json"), faults);
    return SimulatorOptions.in(directory.resolve("state")).withSpeed(speed).withFaults(file);
  }

  private void deploy(CloudSession cloud, EngineOptions options) throws InterruptedException {
    DeploymentGoals.unheard(cloud, options, directory).deploy(network());
  }

  private void createCircuit(CloudSession cloud, EngineOptions options)
      throws InterruptedException {
    DeploymentGoals.unheard(cloud, options, directory).createCircuit(network());
  }

  @Test
  void aRunThatHasNothingToDoFarAway() throws Exception {
    EngineOptions options = EngineOptions.standard();
    try (CloudSession cloud = SimulatedClouds.open(simulator(DISTANT, 3000))) {
      createCircuit(cloud, options);
      RequestJournal journal = RequestJournal.of(directory.resolve("state"));
      long before = journal.last();
      deploy(cloud, options);
      long between = journal.last();
      print("first run: %d requests", journal.since(before).size());
      for (int run = 1; run <= 5; run++) {
        between = journal.last();
        Instant begin = Instant.now();
        deploy(cloud, options);
        Duration wall = Duration.between(begin, Instant.now());
        List<JsonNode> requests = journal.since(between);
        assertThat(requests).noneMatch(r -> r.path("method").asText().equals("PUT"));
        print(
            "second run, %d ms latency: %.2f s, %d requests, %d of them one after the other",
            LATENCY.toMillis(), seconds(wall), requests.size(), depth(requests));
      }
    }
  }

  private record Exchange(Instant begin, Instant end) {
    static Exchange of(JsonNode request) {
      Instant begin = Instant.parse(request.path("time").asText());
      return new Exchange(begin, begin.plusMillis(request.path("durationMillis").asLong()));
    }
  }

  /** The longest chain of requests each of which began when the one before had ended. */
  private static int depth(List<JsonNode> requests) {
    List<Exchange> exchanges =
        requests.stream().map(Exchange::of).sorted(Comparator.comparing(Exchange::begin)).toList();
    List<Integer> depths = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      int before = 0;
      for (int i = 0; i < depths.size(); i++) {
        if (!exchanges.get(i).end().isAfter(exchange.begin())) {
          before = Math.max(before, depths.get(i));
        }
      }
      depths.add(before + 1);
    }
    return depths.stream().max(Comparator.naturalOrder()).orElse(0);
  }

  @Test
  void aBusyAzure() throws Exception {
    EngineOptions options =
        EngineOptions.timed(InstantSource.system(), SCALED, Duration.ofMinutes(1));
    try (CloudSession cloud = SimulatedClouds.open(simulator(BUSY, SPEED))) {
      createCircuit(cloud, options);
      RequestJournal journal = RequestJournal.of(directory.resolve("state"));
      long before = journal.last();
      deploy(cloud, options);
      List<JsonNode> requests = journal.since(before);
      DeploymentBenchmark.Run run = DeploymentBenchmark.run(requests);
      print(
          "busy: %.1f s, ratio to the critical path %.4f, %d requests, %d refused",
          seconds(run.wall()),
          seconds(run.wall()) / seconds(criticalPath()),
          run.requests(),
          requests.stream().filter(r -> r.path("faults").size() > 0).count());
    }
  }
}
