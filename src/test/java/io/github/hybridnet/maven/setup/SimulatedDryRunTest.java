package io.github.hybridnet.maven.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.failover.journal.MarkerSeal;
import io.github.hybridnet.maven.goal.Confirmation;
import io.github.hybridnet.maven.goal.CreateCircuit;
import io.github.hybridnet.maven.goal.DeployNetwork;
import io.github.hybridnet.maven.goal.Destroy;
import io.github.hybridnet.maven.goal.DryRun;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.Results;
import io.github.hybridnet.maven.goal.SettledDrills;
import io.github.hybridnet.maven.goal.ShowPlan;
import io.github.hybridnet.maven.goal.Uncut;
import io.github.hybridnet.model.FullNetwork;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals that write show of themselves reads only, whatever stands. */
class SimulatedDryRunTest {
  private static final EngineOptions OPTIONS = EngineOptions.standard();
  private static final HybridNetwork NETWORK = FullNetwork.network();
  private static final CreateCircuit.Request CIRCUIT =
      new CreateCircuit.Request("westus2", true, Duration.ofHours(1));
  private static final DeployNetwork.Request REQUEST =
      new DeployNetwork.Request("westus2", false, false);

  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private OpenCloud cloud;

  @BeforeEach
  void open() {
    cloud =
        SimulatedClouds.open(SimulatorOptions.in(directory.resolve("simulator")).withSpeed(3000));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private Results results() {
    return new Results(directory.resolve("out"), (name, value) -> {}, out);
  }

  private CreateCircuit circuit() {
    return new CreateCircuit(cloud, OPTIONS, out, results());
  }

  private void everyDryRun() throws InterruptedException {
    SettledDrills drills =
        new SettledDrills(
            cloud,
            OPTIONS,
            out,
            SettledDrills.Surroundings.usual(
                directory.resolve("journal"), new Uncut(), MarkerSeal.NONE));
    Destroy destroy = new Destroy(cloud, OPTIONS, out, results());
    Confirmation confirmed = new Confirmation(NETWORK.resourceGroup(), true, true);
    Destroy.Request removal = new Destroy.Request(confirmed, false, Duration.ofHours(1));
    DryRun.of("create-circuit", out, () -> circuit().show(NETWORK, CIRCUIT));
    DryRun.of(
        "deploy-network",
        out,
        () ->
            new ShowPlan(cloud, OPTIONS, out, directory)
                .run(NETWORK, new ShowPlan.Request(REQUEST, false, false)));
    DryRun.of("restore", out, () -> drills.show(NETWORK));
    DryRun.of("destroy", out, () -> destroy.run(NETWORK, removal));
  }

  private void readsOnly() throws Exception {
    RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
    long before = journal.last();
    everyDryRun();
    assertThat(journal.since(before))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            r ->
                assertThat(r.path("method").asText() + " " + r.path("path").asText())
                    .matches("GET .*|POST .*/oauth2/.*|POST .*/(sharedKey|getLearnedRoutes).*"));
    assertThat(out.lines().stream().filter("INFO Dry run: nothing was changed."::equals))
        .hasSize(4);
  }

  @Test
  void ofAnEmptySubscription() throws Exception {
    readsOnly();
    assertThat(out.lines())
        .contains("INFO   + ExpressRoute circuit " + NETWORK.circuit().name())
        .anyMatch(line -> line.contains("HN4005"));
  }

  @Test
  void ofANetworkThatStands() throws Exception {
    circuit().run(NETWORK, CIRCUIT);
    new DeployNetwork(cloud, OPTIONS, out, results()).run(NETWORK, REQUEST);
    readsOnly();
    assertThat(out.lines()).anyMatch(line -> line.contains(" to remove, "));
  }

  @Test
  void whatStopsTheGoalIsAWarningAndWhatIsNotOfTheCloudStillFails() throws Exception {
    HybridnetException found = HybridnetException.refused("HN4999", "A lock.", "remove it");
    DryRun.of(
        "destroy",
        out,
        () -> {
          throw found;
        });
    assertThat(out.lines())
        .containsExactly(
            "WARN hybridnet:destroy would stop before it changes anything:",
            "WARN HN4999: A lock.",
            "WARN   Fix: remove it",
            "INFO Dry run: nothing was changed.");
    HybridnetException other = HybridnetException.refused("HN3999", "No sign-in.", "sign in");
    assertThatThrownBy(
            () ->
                DryRun.of(
                    "destroy",
                    out,
                    () -> {
                      throw other;
                    }))
        .isSameAs(other);
  }
}
