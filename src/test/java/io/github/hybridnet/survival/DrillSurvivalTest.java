package io.github.hybridnet.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DisconnectMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * ExpressRoute comes back from every failover drill, whatever ends the drill and whatever goes
 * wrong while it is put back; and no secret is seen in all that. How much of it is tried says
 * {@link Extent}.
 */
@Tag("survival")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillSurvivalTest {
  /** Azure's own site failover test needs circuits in two peering locations. */
  private static final List<DisconnectMethod> LEVERS =
      List.of(DisconnectMethod.PEERING, DisconnectMethod.CONNECTION);

  private final Extent extent = Extent.chosen();
  private final long seed = Extent.seed();
  private final Random random = new Random(seed);
  private final List<Scenario> drills = new ArrayList<>();
  private final List<Scenario> restores = new ArrayList<>();
  private Path directory;
  private Rig rig;
  private DrillJudge judge;

  private Map<String, String> secrets;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    rig = Rig.start(directory.resolve("simulator"));
    DrillScenarios scenarios = new DrillScenarios(rig, directory);
    judge = new DrillJudge(rig, scenarios.estate());
    secrets = new LinkedHashMap<>(Declarations.SECRETS);
    secrets.put("the authorization's key", scenarios.authorizationKey());
    secrets.put("the client secret", rig.access().credentials().clientSecret());
    secrets.put("the admin token", rig.access().credentials().adminToken());
    List<DisconnectMethod> levers = new ArrayList<>(LEVERS);
    Collections.shuffle(levers, random);
    for (DisconnectMethod lever : levers.subList(0, extent == Extent.SMOKE ? 1 : levers.size())) {
      DrillScenarios.Drilled drill = scenarios.drill(lever);
      assertThat(judge.wrong(Path.of(drill.whole().job().machine()))).isEmpty();
      drills.add(drill.whole());
      restores.add(drill.restore());
    }
    for (DisconnectMethod lever : levers.subList(0, unfinished())) {
      restores.add(scenarios.unfinished(lever));
    }
  }

  private int unfinished() {
    return switch (extent) {
      case SMOKE -> 0;
      case SAMPLE -> 1;
      case EXHAUSTIVE -> LEVERS.size();
    };
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @Test
  @Order(1)
  void drillsAreKilledAndUndoneByTheNextGoal() throws Exception {
    List<DrillKillMatrix.Case> all = new ArrayList<>();
    drills.forEach(drill -> all.addAll(DrillKillMatrix.Case.all(drill)));
    try (DrillKillMatrix matrix =
        new DrillKillMatrix(rig, directory.resolve("kills-of-drills"), judge)) {
      matrix.run(extent.kills(all, random));
      check(matrix.report(), all.size());
    }
  }

  @Test
  @Order(2)
  void drillsAreStoppedAndPutExpressRouteBackBeforeTheProcessEnds() throws Exception {
    List<DrillStopMatrix.Case> all = new ArrayList<>();
    drills.forEach(drill -> all.addAll(DrillStopMatrix.Case.all(drill)));
    try (DrillStopMatrix matrix =
        new DrillStopMatrix(rig, directory.resolve("stops-of-drills"), judge)) {
      matrix.run(extent.kills(all, random));
      check(matrix.report(), all.size());
    }
  }

  @Test
  @Order(3)
  void restoresMeetFaults() throws Exception {
    List<DrillFaultMatrix.Case> all = new ArrayList<>();
    restores.forEach(restore -> all.addAll(DrillFaultMatrix.Case.all(restore)));
    DrillFaultMatrix matrix =
        new DrillFaultMatrix(rig, directory.resolve("faults-of-restores"), judge);
    matrix.run(extent.faults(all, random));
    check(matrix.report(), all.size());
  }

  /** Last, because it looks at what all the others left. */
  @Test
  @Order(4)
  void noSecretIsSeen() throws Exception {
    Canary canary = new Canary(secrets);
    List<String> found =
        new ArrayList<>(canary.in("the journal of requests", rig.ask("requests").toString()));
    found.addAll(
        canary.in("the events", rig.admin().send("GET", "events?since=0&follow=false", "")));
    found.addAll(canary.in("the simulator's output", rig.output()));
    // So that no file comes and goes while they are read.
    rig.close();
    found.addAll(
        canary.below(
            directory,
            // The declaration itself, and the two files of the simulator that are for it.
            List.of(
                "virtualNetworkGateway-vpn.parameters.json",
                "virtualNetworkGateway-expressRoute.parameters.json",
                "expressRouteCircuit.parameters.json",
                "credentials.json",
                "state.key")));
    assertThat(found).isEmpty();
  }

  private void check(Report report, int possible) {
    String line = report.line() + ", of " + possible + " cases, seed " + seed;
    System.out.println(line);
    assertThat(report.failures()).as(line).isEmpty();
    assertThat(report.disturbed())
        .as("disturbed of those tried: " + line)
        .isGreaterThanOrEqualTo(report.tried() / 2);
  }
}
