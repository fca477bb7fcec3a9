package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.app.replay.ReplayGoal;
import io.github.hybridnet.app.replay.ReplayRequest;
import io.github.hybridnet.azure.recording.CassetteRecorder;
import io.github.hybridnet.console.RecordedLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals say to the simulator is recorded, tells nothing of the network, and is replayed. */
class RecordedGoalsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the published parameter files; each is sent to the cloud. */
  private static final List<String> PLANTED =
      List.of("ra-hybrid", "40.50.60.70", "123secret", "10.0.1.", "10.0.255.", "10.0.0.");

  @TempDir private Path directory;

  @Test
  void aDeploymentTellsNothingAndIsReplayed() throws Exception {
    Path folder = directory.resolve("traffic");
    List<String> warnings = new ArrayList<>();
    CassetteRecorder recorder = new CassetteRecorder(folder, "deploy-network", NOW, warnings::add);
    try (CircuitRig rig = new CircuitRig(directory, recorder)) {
      rig.create(false, false);
      rig.admin().post("circuits/ra-hybrid-vpn-er-erc/provider", "{\"state\":\"Provisioned\"}");
      rig.deploy();
      rig.status();
    }
    assertThat(warnings).isEmpty();
    Path cassette = onlyFileOf(folder);
    assertThat(Files.readString(cassette))
        .doesNotContainIgnoringCase(originals().toArray(String[]::new));
    assertThat(refusals(cassette))
        .isSubsetOf(
            "POST Microsoft.Resources/deployments/validate", "PUT Microsoft.Network/connections");
  }

  /** Names, keys and addresses of the parameter files, and the ids of the session. */
  private List<String> originals() throws Exception {
    JsonNode session =
        JSON.readTree(CircuitRig.simulator(directory).resolve("credentials.json").toFile());
    List<String> originals = new ArrayList<>(PLANTED);
    for (String member : List.of("subscriptionId", "tenantId", "clientId", "clientSecret")) {
      assertThat(session.path(member).asText()).isNotEmpty();
      originals.add(session.path(member).asText());
    }
    return originals;
  }

  private static Path onlyFileOf(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /**
   * The requests that do not end as recorded. A template is replaced whole, and what the provider
   * did to the circuit was no request of the goal.
   */
  private List<String> refusals(Path cassette) throws Exception {
    new ReplayGoal(EmbeddedReplaySession::open, new RecordedLines())
        .run(new ReplayRequest(cassette, false, directory.resolve("replayed")));
    JsonNode report = JSON.readTree(directory.resolve("replayed/replay.json").toFile());
    assertThat(report.at("/totals/protocol/of").asInt()).isGreaterThan(40);
    List<String> requests = new ArrayList<>();
    report
        .path("differences")
        .forEach(
            d -> {
              if (d.path("axis").asText().equals("PROTOCOL")) {
                requests.add(d.path("request").asText());
              }
            });
    return requests;
  }
}
