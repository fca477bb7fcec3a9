package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.drill.DrillEnvironment;
import io.github.hybridnet.app.drill.DrillRequest;
import io.github.hybridnet.app.drill.TestFailoverGoal;
import io.github.hybridnet.app.drill.UninterruptibleSection;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.report.DrillReportFiles;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a drill adds to the time that the network itself takes, with the usual parameters and in the
 * simulated network's own time. Run it with {@code mvn -Pbenchmark test -Dtest=DrillBenchmark}; it
 * prints figures and judges nothing by time.
 */
@Tag("benchmark")
class DrillBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration HOLD = Duration.ofSeconds(30);

  @TempDir private Path directory;

  private SimulatorAdmin admin;

  @ParameterizedTest
  @EnumSource(DisconnectMethod.class)
  void addsToTheTimeOfTheNetwork(DisconnectMethod lever) throws Exception {
    HybridNetwork network = SampleNetwork.reference();
    Path home = directory.resolve("state");
    try (CloudSession cloud = SimulatedClouds.open(SimulatorOptions.in(home).withSpeed(3000))) {
      admin = AzureSimulator.running(home).orElseThrow().admin();
      deploy(cloud, network);
      long before = events(0).size();
      admin.send("POST", "clock", "{\"speed\": 1}");
      drill(cloud, network, lever);
      admin.send("POST", "clock", "{\"speed\": 3000}");
      tell(lever, events(before));
    }
  }

  private void deploy(CloudSession cloud, HybridNetwork network) throws InterruptedException {
    DeploymentGoals goals = DeploymentGoals.unheard(cloud, directory);
    goals.createCircuit(network);
    goals.deploy(network);
  }

  private void drill(CloudSession cloud, HybridNetwork network, DisconnectMethod lever)
      throws InterruptedException {
    String gateway = Objects.requireNonNull(network.expressRoute()).gateway().name();
    DrillRequest request =
        new DrillRequest(
            null,
            new Confirmation(gateway, false, false),
            false,
            new DrillRequest.Overrides(Optional.of(lever), Set.of(), false, true, List.of()),
            new TimeLimits(
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ZERO,
                Duration.ofMinutes(3),
                HOLD,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5)),
            DrillThresholds.NONE,
            new DrillRequest.ProbeRequest(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                directory,
                new DrillRequest.InsideRequest(null, null)));
    DrillEnvironment place =
        DrillEnvironment.usual(
            directory.resolve("journal"), "here", new UninterruptibleSection(), MarkerSigner.NONE);
    new TestFailoverGoal(cloud, EngineOptions.standard(), new RecordedLines(), reports(), place)
        .run(network, request);
  }

  private DrillReportFiles reports() {
    return new DrillReportFiles(directory.resolve("failover"), directory.resolve("history.jsonl"));
  }

  private List<JsonNode> events(long since) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (String line :
        admin.send("GET", "events?since=" + since + "&follow=false", "").strip().split("\n")) {
      all.add(JSON.readTree(line));
    }
    return all;
  }

  private void tell(DisconnectMethod lever, List<JsonNode> events) throws Exception {
    JsonNode result = JSON.readTree(directory.resolve("failover/result.json").toFile());
    assertThat(result.path("outcome").asText()).isEqualTo("passed");
    Instant begin = Instant.parse(result.path("begin").asText());
    double away = changed(events, begin, "vpn");
    double back = changed(events, begin, "expressRoute");
    JsonNode marks = result.path("marks");
    double failedOver = marks.path("failedOver").asDouble() / 1000;
    double restore = marks.path("restore").asDouble() / 1000;
    double restored = marks.path("restored").asDouble() / 1000;
    double lost = failedOver - away;
    double added = restore - failedOver - HOLD.toSeconds();
    double seen = restored - back;
    double network = restored - marks.path("lever").asDouble() / 1000 - lost - added - seen;
    System.out.printf(
        Locale.ROOT,
        "DRILL OVERHEAD %s: %.1f s to see the failover, %.1f s beyond the hold, %.1f s to see the"
            + " return: %.1f s beside %.1f s of the network and the hold (%.3f)%n",
        lever.label(),
        lost,
        added,
        seen,
        lost + added + seen,
        network,
        (lost + added + seen + network) / network);
  }

  /** When the virtual network's path last became this one, in seconds since the drill's begin. */
  private static double changed(List<JsonNode> events, Instant begin, String path) {
    return events.stream()
            .filter(e -> e.path("event").asText().equals("pathChanged"))
            .filter(e -> e.path("type").asText().endsWith("virtualNetworks"))
            .filter(e -> e.path("after").asText().equals(path))
            .map(e -> Duration.between(begin, Instant.parse(e.path("time").asText())))
            .reduce((first, second) -> second)
            .orElseThrow()
            .toMillis()
        / 1000.0;
  }
}
