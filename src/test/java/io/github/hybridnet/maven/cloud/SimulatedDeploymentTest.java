package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.status.StatusGoal;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals against the simulator, over HTTPS and through the real SDK. */
class SimulatedDeploymentTest {
  private static final double SPEED = 3000;

  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private final Properties properties = new Properties();

  private CloudSession open() {
    return SimulatedClouds.open(
        SimulatorOptions.in(directory.resolve("simulator")).withSpeed(SPEED));
  }

  private OutputsPublisher results() {
    return new OutputsPublisher(directory.resolve("out"), properties::setProperty, out);
  }

  private DeploymentGoals goals(CloudSession cloud) {
    return new DeploymentGoals(cloud, EngineOptions.standard(), out, results());
  }

  private HybridNetwork network(String from, String to) throws IOException {
    return ParameterFilesCopy.below(directory).replace(from, to).network();
  }

  /** The published files, and the address space of the article that the project follows. */
  @ParameterizedTest
  @ValueSource(strings = {"10.0.", "10.20."})
  void buildsTheReferenceNetworkAndThenHasNothingToDo(String space) throws Exception {
    HybridNetwork network = network("10.0.", space);
    try (CloudSession cloud = open()) {
      goals(cloud).createCircuit(network);
      goals(cloud).deploy(network);
      RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
      long before = journal.last();
      goals(cloud).deploy(network);
      List<JsonNode> second = journal.since(before);
      assertThat(second)
          .isNotEmpty()
          .allSatisfy(r -> assertThat(r.path("method").asText()).isIn("GET", "POST"))
          .noneSatisfy(r -> assertThat(r.path("path").asText()).endsWith("/deployments"));
      new StatusGoal(cloud, out, directory.resolve("out")).run(network, null);
    }
    assertThat(out.lines())
        .contains("INFO The network matches the parameter files. No changes.")
        .filteredOn(line -> line.contains("as declared") && line.contains("ra-hybrid"))
        .hasSize(9);
    assertThat(properties.getProperty("hybridnet.vpnGateway.bgpPeeringAddress"))
        .isEqualTo(space + "255.254");
  }

  @Test
  void theNetworkIsThereInTheNextRun() throws Exception {
    HybridNetwork network = network("10.0.", "10.0.");
    try (CloudSession cloud = open()) {
      goals(cloud).createCircuit(network);
    }
    try (CloudSession cloud = open()) {
      goals(cloud).deploy(network);
    }
    assertThat(out.lines())
        .contains("INFO Plan: 7 to create, 0 to update, 0 to replace, 0 to delete, 1 unchanged");
  }

  @Test
  void theSharedKeyStandsNowhereInPlainText() throws Exception {
    String canary = "canary0PreSharedKey4711";
    HybridNetwork network = network("123secret", canary);
    try (CloudSession cloud = open()) {
      goals(cloud).createCircuit(network);
      goals(cloud).deploy(network);
      assertThat(cloud.banner().toString()).doesNotContain(canary);
    }
    assertThat(String.join("\n", out.lines())).doesNotContain(canary);
    assertThat(properties.toString()).doesNotContain(canary);
    for (String place : List.of("out", "simulator")) {
      try (Stream<Path> files = Files.walk(directory.resolve(place))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(canary);
        }
      }
    }
  }

  @Test
  void aChangedKeyIsWrittenThroughItsOwnEndpointOnly() throws Exception {
    HybridNetwork network = network("10.0.", "10.0.");
    HybridNetwork rekeyed = network("123secret", "another1Key2For3The4Tunnel");
    try (CloudSession cloud = open()) {
      goals(cloud).createCircuit(network);
      goals(cloud).deploy(network);
      RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
      long before = journal.last();
      goals(cloud).deploy(rekeyed);
      assertThat(journal.since(before))
          .filteredOn(r -> r.path("method").asText().equals("PUT"))
          .extracting(
              r ->
                  r.path("path")
                      .asText()
                      .replaceAll(".*/providers", "")
                      .toLowerCase(java.util.Locale.ROOT))
          .containsExactly("/microsoft.network/connections/ra-hybrid-vpn-cn/sharedkey");
      before = journal.last();
      goals(cloud).deploy(rekeyed);
      assertThat(journal.since(before)).noneMatch(r -> r.path("method").asText().equals("PUT"));
    }
    assertThat(out.lines()).contains("INFO       properties.sharedKey: differs");
  }
}
