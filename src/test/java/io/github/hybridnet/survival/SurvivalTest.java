package io.github.hybridnet.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.console.RecordedLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deployments survive what happens to them: kills, faults, other builds and other people; and no
 * secret is seen in all that. How much of it is tried says {@link Extent}.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurvivalTest {
  private final Extent extent = Extent.chosen();
  private final long seed = Extent.seed();
  private final Random random = new Random(seed);
  private Path directory;
  private Rig rig;
  private Scenario fresh;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    rig = Rig.start(directory.resolve("simulator"));
    fresh = Scenario.fresh(rig, directory);
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @Test
  @Order(1)
  void firstDeploymentIsKilledAndRunAgain() throws Exception {
    kill(fresh);
  }

  @Test
  @Order(2)
  void firstDeploymentsRunAtOnce() throws Exception {
    TwoBuilds builds = new TwoBuilds(rig, directory.resolve("two-builds"));
    List<Boundary> offsets = extent.few(fresh.ofRequests(), random);
    moreThanSmoke();
    builds.run(fresh, offsets);
    check(builds.report(fresh.name()));
  }

  @Test
  @Order(3)
  void firstDeploymentMeetsFaults() throws Exception {
    FaultMatrix matrix = new FaultMatrix(rig, directory.resolve("faults"));
    matrix.run(fresh, extent.faults(FaultMatrix.cases(fresh, false), random));
    check(matrix.report("once"));
  }

  @Test
  @Order(4)
  void firstDeploymentMeetsFaultsThatLast() throws Exception {
    FaultMatrix matrix = new FaultMatrix(rig, directory.resolve("lasting-faults"));
    List<FaultMatrix.Case> cases = extent.few(FaultMatrix.cases(fresh, true), random);
    moreThanSmoke();
    matrix.run(fresh, cases);
    check(matrix.report("lasting"));
  }

  @Test
  @Order(5)
  void updateIsKilledAndRunAgain() throws Exception {
    moreThanSmoke();
    Scenario update = Scenario.update(rig, directory.resolve("update"));
    assertThat(update.expected().resources().toString())
        .as("replaced, and the rest of the declaration")
        .contains("10.0.254.0/26", "\"stage\":\"second\"", Declarations.CHANGED_KEY)
        .doesNotContain("10.0.255.224/27");
    kill(update);
  }

  @Test
  @Order(5)
  void destructionIsKilledAndRunAgain() throws Exception {
    moreThanSmoke();
    Scenario destroy = Scenario.destroy(rig, directory.resolve("destroy"));
    assertThat(destroy.expected().resources()).isEmpty();
    kill(destroy);
  }

  @Test
  @Order(6)
  void whatOthersDidSurvives() throws Exception {
    Tally tally = new Tally();
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < extent.histories(); i++) {
      long its = seed + i;
      ForeignHands hands = new ForeignHands(rig, directory.resolve("others-" + i), its, tally);
      hands.run(4).forEach(failure -> failures.add("seed " + its + ", " + failure));
    }
    int runs = tally.of("runs");
    assertThat(runs).as("all first deployments").isGreaterThanOrEqualTo(extent.histories());
    check(new Report(tally.line("FOREIGN HANDS"), runs, runs, failures));
  }

  @Test
  @Order(6)
  void answersThatSayNothingDecideNothing() throws Exception {
    HostileAnswers hostile = new HostileAnswers(rig);
    Job job = fresh.job();
    rig.admin().restore(fresh.snapshot());
    rig.admin().save("hostile-empty");
    new Goals(job.on(directory.resolve("before").toString()), new RecordedLines()).run();
    rig.admin().save("hostile");
    Path changed = Declarations.changed(directory.resolve("hostile-changed"));
    Job later = job.declaring(changed.toString());
    String theirs =
        "/subscriptions/"
            + rig.access().credentials().subscriptionId()
            + "/resourceGroups/"
            + Declarations.GROUP
            + "/providers/Microsoft.Network/networkSecurityGroups/theirs";
    rig.put(theirs, "{\"location\":\"westus2\"}");
    rig.admin().provider("ra-hybrid-vpn-er-erc", "NotProvisioned");
    rig.admin().save("hostile-shared");
    int most = extent.hostileAnswers();
    for (Job.Goal goal :
        List.of(Job.Goal.PLAN, Job.Goal.STATUS, Job.Goal.RESTORE, Job.Goal.TEST_FAILOVER)) {
      hostile.run(
          new HostileAnswers.Situation("hostile", job.doing(goal), List.of()), most, random);
    }
    hostile.run(
        new HostileAnswers.Situation(
            "hostile-empty", job.doing(Job.Goal.CREATE_CIRCUIT), List.of()),
        most,
        random);
    hostile.run(
        new HostileAnswers.Situation("hostile", later.doing(Job.Goal.DEPLOY), List.of()),
        most,
        random);
    hostile.run(
        new HostileAnswers.Situation(
            "hostile-shared", job.doing(Job.Goal.DESTROY), List.of(theirs)),
        3 * most,
        random);
    check(hostile.report());
  }

  /** Last, because it looks at what all the others left. */
  @Test
  @Order(7)
  void noSecretIsSeen() throws Exception {
    Canary canary = new Canary(secrets());
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
                "expressRouteCircuit.parameters.json",
                "credentials.json",
                "state.key")));
    assertThat(found).isEmpty();
  }

  /** A canary that finds nothing when there is something would prove nothing. */
  @Test
  @Order(8)
  void canaryFindsWhatIsThere() throws Exception {
    Path planted = Files.createDirectories(directory.resolve("planted"));
    Files.writeString(planted.resolve("log"), "key=" + Declarations.KEY + ";");
    Files.writeString(
        planted.resolve("state"),
        Base64.getEncoder()
            .encodeToString((Declarations.MD5 + "...").getBytes(StandardCharsets.UTF_8)));
    Files.writeString(planted.resolve("trace"), "Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOi");
    assertThat(new Canary(Declarations.SECRETS).below(planted, List.of()))
        .containsExactlyInAnyOrder(
            "the first key in " + planted.resolve("log"),
            "the MD5 key in Base64 in " + planted.resolve("state"),
            "a token in " + planted.resolve("trace"));
  }

  private void kill(Scenario scenario) throws Exception {
    try (KillMatrix matrix =
        new KillMatrix(rig, directory.resolve("kills-of-" + scenario.snapshot()))) {
      List<Boundary> all = scenario.ofRequests();
      matrix.killAt(scenario, extent.kills(all, random), KillMatrix.Machine.SAME);
      matrix.killAt(scenario, extent.few(all, random), KillMatrix.Machine.ANOTHER);
      check(matrix.report(scenario.name() + " of " + all.size() + " boundaries"));
    }
  }

  private void check(Report report) {
    System.out.println(report.line());
    assertThat(report.failures()).as(report.line() + ", seed " + seed).isEmpty();
    assertThat(report.disturbed())
        .as("disturbed of those tried: " + report.line())
        .isGreaterThanOrEqualTo(report.tried() / 2);
  }

  private Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>(Declarations.SECRETS);
    secrets.put("somebody else's key", SomebodyElse.KEY);
    secrets.put("the client secret", rig.access().credentials().clientSecret());
    secrets.put("the admin token", rig.access().credentials().adminToken());
    JsonNode circuit = rig.get(Declarations.circuit(rig.access()));
    for (JsonNode authorization : circuit.at("/properties/authorizations")) {
      String key = authorization.at("/properties/authorizationKey").asText();
      secrets.put("the key of " + authorization.path("name").asText(), key);
    }
    return secrets;
  }

  private void moreThanSmoke() {
    assumeTrue(extent != Extent.SMOKE, "left out of the smoke extent; -Psurvival runs it");
  }
}
