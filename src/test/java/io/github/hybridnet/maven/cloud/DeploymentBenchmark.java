package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much time a deployment takes beyond what the simulated operations take. Run it with {@code
 * mvn -Pbenchmark test}; it prints figures and judges nothing by time.
 */
@Tag("benchmark")
class DeploymentBenchmark {
  static final double SPEED = Double.parseDouble(System.getProperty("benchmark.speed", "8"));

  @TempDir private Path directory;

  record Run(Duration wall, long requests, long writes) {}

  @Test
  void wallTimeAgainstTheCriticalPath() throws Exception {
    Run parallel = deployFresh("parallel", false);
    Run series = deployFresh("series", true);
    Duration shortest = criticalPath();
    print("critical path of the simulated durations: %.1f s", seconds(shortest));
    print(
        "gateways at once: %.1f s, ratio to the critical path %.4f, %d requests, %d writes",
        seconds(parallel.wall()),
        seconds(parallel.wall()) / seconds(shortest),
        parallel.requests(),
        parallel.writes());
    print(
        "gateways in series: %.1f s, ratio series / at once %.3f",
        seconds(series.wall()), seconds(series.wall()) / seconds(parallel.wall()));
  }

  private Run deployFresh(String name, boolean inSeries) throws Exception {
    Path state = directory.resolve(name);
    SimulatorOptions options = SimulatorOptions.in(state).withSpeed(SPEED);
    try (CloudSession cloud = SimulatedClouds.open(options)) {
      DeploymentGoals goals = DeploymentGoals.unheard(cloud, directory.resolve(name + "-goals"));
      goals.createCircuit(network());
      RequestJournal journal = RequestJournal.of(state);
      long before = journal.last();
      deploy(goals, inSeries);
      List<JsonNode> deployment = journal.since(before);
      long afterwards = journal.last();
      deploy(goals, inSeries);
      Run again = run(journal.since(afterwards));
      print("%s, second run: %d requests, %d writes", name, again.requests(), again.writes());
      assertThat(again.writes()).isZero();
      return run(deployment);
    }
  }

  private static void deploy(DeploymentGoals goals, boolean inSeries) throws InterruptedException {
    goals.deploy(network(), new DeployNetworkGoal.Request("westus2", false, inSeries, "", false));
  }

  static Run run(List<JsonNode> requests) {
    List<JsonNode> writes =
        requests.stream().filter(r -> r.path("method").asText().equals("PUT")).toList();
    if (writes.isEmpty()) {
      return new Run(Duration.ZERO, requests.size(), 0);
    }
    Instant last =
        requests.stream()
            .filter(r -> r.path("operationStatus").asText().equals("Succeeded"))
            .map(DeploymentBenchmark::time)
            .max(Instant::compareTo)
            .orElseThrow();
    return new Run(Duration.between(time(writes.get(0)), last), requests.size(), writes.size());
  }

  private static Instant time(JsonNode request) {
    return Instant.parse(request.path("time").asText());
  }

  static HybridNetwork network() {
    return ParameterFilesCopy.read(ParameterFilesCopy.PUBLISHED);
  }

  /** How long the simulated operations take when nothing waits that need not. */
  static Duration criticalPath() throws IOException {
    return longerOf(vpnPath(), expressRoutePath());
  }

  private static Duration vpnPath() throws IOException {
    return path(
        "virtualNetworks.create", "virtualNetworkGateways.vpn.create", "connections.ipsec.create");
  }

  private static Duration expressRoutePath() throws IOException {
    return path(
        "virtualNetworks.create",
        "virtualNetworkGateways.expressRoute.create",
        "connections.expressRoute.create");
  }

  private static Duration path(String... operations) throws IOException {
    Properties table = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            DeploymentBenchmark.class.getResourceAsStream(
                "/io/github/hybridnet/simulator/arm/durations.properties"))) {
      table.load(in);
    }
    Duration total = Duration.ZERO;
    for (String operation : operations) {
      total = total.plus(Duration.parse(table.getProperty(operation)));
    }
    return Duration.ofMillis(Math.round(total.toMillis() / SPEED));
  }

  private static Duration longerOf(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  static void print(String format, Object... values) {
    System.out.printf(java.util.Locale.ROOT, "BENCHMARK " + format + "%n", values);
  }
}
