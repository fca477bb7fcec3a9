package io.github.hybridnet.survival;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.Patience;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.drill.api.DisconnectMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Failover drills of a network that stands, and what is left of one that was killed. */
final class DrillScenarios {
  private static final String STANDING = "standing";
  private static final int SHORT = 1;

  /** Longer than anybody waits for it. */
  private static final int LONG = 3000;

  private final Rig rig;
  private final Path directory;
  private final Job job;
  private final Estate estate;
  private final String authorizationKey;

  /** Deploys the network, its connection with an authorization of the circuit. */
  DrillScenarios(Rig rig, Path directory) throws IOException, InterruptedException {
    this.rig = rig;
    this.directory = Files.createDirectories(directory);
    rig.admin().reset();
    Job first = Scenario.first(rig, directory);
    new Goals(first.doing(Job.Goal.CREATE_CIRCUIT), new RecordedLines()).run();
    this.authorizationKey = authorize();
    Path parameters = Declarations.authorized(directory.resolve("authorized"), authorizationKey);
    Job deploy = first.declaring(parameters.toString()).doing(Job.Goal.DEPLOY);
    new Goals(deploy, new RecordedLines()).run();
    rig.admin().save(STANDING);
    this.job = deploy.doing(Job.Goal.TEST_FAILOVER);
    this.estate = rig.estate();
  }

  private String authorize() {
    String circuit = Declarations.circuit(rig.access());
    rig.put(circuit + "/authorizations/drilled", "{\"properties\": {}}");
    JsonNode authorization = rig.get(circuit + "/authorizations/drilled");
    return authorization.at("/properties/authorizationKey").asText();
  }

  /** What stands before each drill, and has to stand after it. */
  Estate estate() {
    return estate;
  }

  /** What the connection was made with, and is made with again. */
  String authorizationKey() {
    return authorizationKey;
  }

  /**
   * A drill that nothing disturbs.
   *
   * @param whole with all boundaries
   * @param restore with those of its restore alone
   */
  record Drilled(Scenario whole, Scenario restore) {}

  /** A drill that nothing disturbs. */
  Drilled drill(DisconnectMethod lever) throws InterruptedException {
    rig.admin().restore(STANDING);
    String name = "drill by " + lever.label();
    List<Boundary> before = new ArrayList<>();
    Scenario whole =
        Scenario.undisturbed(
            rig,
            name,
            job(lever, SHORT, "undisturbed"),
            new AtRestore(() -> before.addAll(Boundary.soFar(rig))));
    List<Boundary> restore = new ArrayList<>(whole.boundaries());
    restore.removeAll(before);
    return new Drilled(whole, new Scenario(name, whole.job(), whole.expected(), restore));
  }

  /** Does something when a drill says that it puts ExpressRoute back, before it goes on. */
  private record AtRestore(Runnable action) implements LineWriter {
    @Override
    public void info(String line) {
      if (line.contains("== restore:")) {
        action.run();
      }
    }

    @Override
    public void warn(String line) {}

    @Override
    public void error(String line) {}
  }

  /** The end of a drill that was killed while it held, by {@code restore} on another machine. */
  Scenario unfinished(DisconnectMethod lever) throws IOException, InterruptedException {
    rig.admin().restore(STANDING);
    Path files = directory.resolve("unfinished-" + lever.label());
    JavaProcess child = GoalMain.process(files);
    child.hear("ready");
    child.tell(job(lever, LONG, "killed").toLine());
    Patience.until(
        "the drill holds, or has ended",
        () -> child.text().contains("== hold") || !child.isAlive());
    if (!child.isAlive()) {
      throw new IllegalStateException("Did not hold: " + child.text());
    }
    child.kill();
    String name = "restore of " + lever.label();
    return Scenario.undisturbed(
        rig, name, job(lever, SHORT, "undisturbed-restore").doing(Job.Goal.RESTORE));
  }

  private Job job(DisconnectMethod lever, int hold, String machine) {
    return job.drilling(new Job.Drill(lever, hold))
        .on(directory.resolve(machine + "-" + lever.label()).toString());
  }
}
