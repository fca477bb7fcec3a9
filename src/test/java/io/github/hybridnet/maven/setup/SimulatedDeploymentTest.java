package io.github.hybridnet.maven.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.config.Configuration;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ConfigurationRequest;
import io.github.hybridnet.config.Lookup;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.maven.goal.CreateCircuit;
import io.github.hybridnet.maven.goal.DeployNetwork;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.Results;
import io.github.hybridnet.maven.goal.Status;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.validation.Modernise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals against the simulator, over HTTPS and through the real SDK. */
class SimulatedDeploymentTest {
  private static final Path REFERENCE = Path.of("src/it/quickstart/src/main/hybridnet");
  private static final double SPEED = 3000;

  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private final Properties properties = new Properties();

  private OpenCloud open() {
    return SimulatedClouds.open(
        SimulatorOptions.in(directory.resolve("simulator")).withSpeed(SPEED));
  }

  private Results results() {
    return new Results(directory.resolve("out"), properties::setProperty, out);
  }

  private void createCircuit(OpenCloud cloud, HybridNetwork network) throws InterruptedException {
    new CreateCircuit(cloud, EngineOptions.standard(), out, results())
        .run(network, new CreateCircuit.Request("westus2", true, Duration.ofHours(1)));
  }

  private void deploy(OpenCloud cloud, HybridNetwork network) throws InterruptedException {
    new DeployNetwork(cloud, EngineOptions.standard(), out, results())
        .run(network, new DeployNetwork.Request("westus2", false, false));
  }

  private HybridNetwork network(String from, String to) throws IOException {
    Path files = Files.createDirectories(directory.resolve("parameters"));
    try (Stream<Path> published = Files.list(REFERENCE)) {
      for (Path file : published.toList()) {
        String text = Files.readString(file).replace(from, to);
        Files.writeString(files.resolve(file.getFileName()), text);
      }
    }
    Configuration configuration =
        new ConfigurationReader()
            .read(new ConfigurationRequest(files, Set.of(), null, Lookup.NOTHING, Lookup.NOTHING));
    assertThat(configuration.findings()).isEmpty();
    return new Modernise().apply(configuration.network());
  }

  /** The published files, and the address space of the article that the project follows. */
  @ParameterizedTest
  @ValueSource(strings = {"10.0.", "10.20."})
  void buildsTheReferenceNetworkAndThenHasNothingToDo(String space) throws Exception {
    HybridNetwork network = network("10.0.", space);
    try (OpenCloud cloud = open()) {
      createCircuit(cloud, network);
      deploy(cloud, network);
      RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
      long before = journal.last();
      deploy(cloud, network);
      List<JsonNode> second = journal.since(before);
      assertThat(second)
          .isNotEmpty()
          .allSatisfy(r -> assertThat(r.path("method").asText()).isIn("GET", "POST"))
          .noneSatisfy(r -> assertThat(r.path("path").asText()).endsWith("/deployments"));
      new Status(cloud, out, directory.resolve("out")).run(network, null);
    }
    assertThat(out.lines())
        .contains("INFO The network is as declared; nothing was written.")
        .filteredOn(line -> line.contains("as declared") && line.contains("ra-hybrid"))
        .hasSize(9);
    assertThat(properties.getProperty("hybridnet.vpnGateway.bgpPeeringAddress"))
        .isEqualTo(space + "255.254");
  }

  @Test
  void theNetworkIsThereInTheNextRun() throws Exception {
    HybridNetwork network = network("10.0.", "10.0.");
    try (OpenCloud cloud = open()) {
      createCircuit(cloud, network);
    }
    try (OpenCloud cloud = open()) {
      deploy(cloud, network);
    }
    assertThat(out.lines())
        .contains("INFO Plan: 7 to create, 0 to update, 0 to replace, 0 to delete, 1 unchanged");
  }

  @Test
  void theSharedKeyStandsNowhereInPlainText() throws Exception {
    String canary = "canary0PreSharedKey4711";
    HybridNetwork network = network("123secret", canary);
    try (OpenCloud cloud = open()) {
      createCircuit(cloud, network);
      deploy(cloud, network);
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
    try (OpenCloud cloud = open()) {
      createCircuit(cloud, network);
      deploy(cloud, network);
      RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
      long before = journal.last();
      deploy(cloud, rekeyed);
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
      deploy(cloud, rekeyed);
      assertThat(journal.since(before)).noneMatch(r -> r.path("method").asText().equals("PUT"));
    }
    assertThat(out.lines()).contains("INFO       properties.sharedKey: differs");
  }
}
