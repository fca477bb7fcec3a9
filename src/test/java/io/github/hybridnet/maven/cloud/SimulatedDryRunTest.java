package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.circuit.CreateCircuitGoal;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.app.deploy.PlanGoal;
import io.github.hybridnet.app.destroy.DestroyGoal;
import io.github.hybridnet.app.drill.DrillEnvironment;
import io.github.hybridnet.app.drill.UnfinishedDrillRecovery;
import io.github.hybridnet.app.drill.UninterruptibleSection;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.FullNetwork;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.text.UserException;
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

  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private CloudSession cloud;

  @BeforeEach
  void open() {
    cloud =
        SimulatedClouds.open(SimulatorOptions.in(directory.resolve("simulator")).withSpeed(3000));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private OutputsPublisher results() {
    return DeploymentGoals.results(directory, out);
  }

  private CreateCircuitGoal circuit() {
    return new CreateCircuitGoal(cloud, OPTIONS, out, results());
  }

  private void everyDryRun() throws InterruptedException {
    UnfinishedDrillRecovery drills =
        new UnfinishedDrillRecovery(
            cloud,
            OPTIONS,
            out,
            DrillEnvironment.usual(
                directory.resolve("journal"),
                "here",
                new UninterruptibleSection(),
                MarkerSigner.NONE),
            false);
    DestroyGoal destroyGoal = new DestroyGoal(cloud, OPTIONS, out, results());
    Confirmation confirmed = new Confirmation(NETWORK.resourceGroup(), true, true);
    DestroyGoal.Request removal = new DestroyGoal.Request(confirmed, false, Duration.ofHours(1));
    DryRun.of("create-circuit", out, () -> circuit().show(NETWORK, DeploymentGoals.CIRCUIT));
    DryRun.of(
        "deploy-network",
        out,
        () ->
            new PlanGoal(cloud, OPTIONS, out, directory)
                .run(NETWORK, new PlanGoal.Request(DeploymentGoals.NETWORK, false, false)));
    DryRun.of("restore", out, () -> drills.show(NETWORK));
    DryRun.of("destroy", out, () -> destroyGoal.run(NETWORK, removal));
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
        .contains("INFO   + ExpressRoute circuit " + NETWORK.circuits().get(0).name())
        .anyMatch(line -> line.contains("HN4005"));
  }

  @Test
  void ofANetworkThatStands() throws Exception {
    circuit().run(NETWORK, DeploymentGoals.CIRCUIT);
    new DeployNetworkGoal(cloud, OPTIONS, out, results()).run(NETWORK, DeploymentGoals.NETWORK);
    readsOnly();
    assertThat(out.lines()).anyMatch(line -> line.contains(" to remove, "));
  }

  @Test
  void whatStopsTheGoalIsAWarningAndWhatIsNotOfTheCloudStillFails() throws Exception {
    UserException found = UserException.refused("HN4999", "A lock.", "remove it");
    DryRun.of(
        "destroy",
        out,
        () -> {
          throw found;
        });
    assertThat(out.lines())
        .containsExactly(
            "WARN hybridnet:destroy would fail before changing anything:",
            "WARN HN4999: A lock.",
            "WARN   Fix: remove it",
            "INFO Dry run: nothing was changed.");
    UserException other = UserException.refused("HN3999", "No sign-in.", "sign in");
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
