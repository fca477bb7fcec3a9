package io.github.hybridnet.survival;

import io.github.hybridnet.config.Configuration;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ConfigurationRequest;
import io.github.hybridnet.config.Lookup;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.Timeouts;
import io.github.hybridnet.engine.journal.FileJournal;
import io.github.hybridnet.maven.goal.Confirmation;
import io.github.hybridnet.maven.goal.CreateCircuit;
import io.github.hybridnet.maven.goal.DeployNetwork;
import io.github.hybridnet.maven.goal.Destroy;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.Results;
import io.github.hybridnet.maven.goal.ShowPlan;
import io.github.hybridnet.maven.goal.Status;
import io.github.hybridnet.maven.goal.Uncut;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.validation.Modernise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Runs goals as Maven would, without its start. */
final class Goals {
  private static final String LOCATION = "westus2";

  private final Job job;
  private final BiFunction<SimulatorAccess, ShortTime, OpenCloud> door;
  private final BuildLog log;
  private final LineWriter out;
  private final ShortTime time = new ShortTime();
  private final Uncut uncut = new Uncut();

  Goals(Job job, LineWriter out) {
    this(job, out, SignedIn::to);
  }

  /** With another way to the cloud. */
  Goals(Job job, LineWriter out, BiFunction<SimulatorAccess, ShortTime, OpenCloud> door) {
    this.job = job;
    this.door = door;
    this.log = new BuildLog(log(job));
    this.out = log.with(out);
  }

  /**
   * Runs them, until one fails.
   *
   * @throws io.github.hybridnet.model.HybridnetException when one fails as it should
   */
  void run() throws InterruptedException {
    for (Job.Goal goal : job.goals()) {
      try (OpenCloud cloud = door.apply(Rig.access(Path.of(job.simulator())), time)) {
        cloud.banner().forEach(out::info);
        run(goal, cloud);
      } catch (RuntimeException failure) {
        log.add(failure);
        throw failure;
      }
    }
  }

  private void run(Job.Goal goal, OpenCloud cloud) throws InterruptedException {
    switch (goal) {
      case CREATE_CIRCUIT ->
          new CreateCircuit(cloud, options(cloud), out, results())
              .run(network(), new CreateCircuit.Request(LOCATION, true, Duration.ofHours(2)));
      case DEPLOY -> deploy(cloud, "");
      case REPLACE -> deploy(cloud, Declarations.REPLACED);
      case PLAN ->
          new ShowPlan(cloud, options(cloud), out, outputs())
              .run(
                  network(),
                  new ShowPlan.Request(
                      new DeployNetwork.Request(LOCATION, false, false), false, false));
      case STATUS -> new Status(cloud, out, outputs()).run(network(), LOCATION);
      case TEST_FAILOVER -> drills(cloud).test(network());
      case RESTORE -> drills(cloud).restore(network());
      case DESTROY ->
          new Destroy(cloud, options(cloud), out, results())
              .run(
                  network(), new Destroy.Request(Confirmation.of(Declarations.GROUP), false, null));
    }
  }

  /** How long the end of the process waits for the goals. */
  Duration leaveWithin() {
    boolean uncuttable = job.goals().contains(Job.Goal.TEST_FAILOVER) || uncut.isGoingOn();
    return uncuttable ? Duration.ofDays(1) : Duration.ofSeconds(6);
  }

  private DrillGoals drills(OpenCloud cloud) {
    return new DrillGoals(cloud, options(cloud), out, new DrillGoals.Around(job, time, uncut));
  }

  private void deploy(OpenCloud cloud, String allowReplace) throws InterruptedException {
    drills(cloud).settle(network());
    new DeployNetwork(cloud, options(cloud), out, results())
        .run(network(), new DeployNetwork.Request(LOCATION, false, false, allowReplace, true));
  }

  /** Everything that the goals on a job's machine have said so far. */
  static String said(Job job) {
    return BuildLog.text(log(job));
  }

  private static Path log(Job job) {
    return Path.of(job.machine(), "build.log");
  }

  private HybridNetwork network() {
    Configuration configuration =
        new ConfigurationReader()
            .read(
                new ConfigurationRequest(
                    Path.of(job.parameters()), Set.of(), null, Lookup.NOTHING, Lookup.NOTHING));
    if (!configuration.findings().isEmpty()) {
      throw new IllegalStateException(configuration.findings().toString());
    }
    return new Modernise().apply(configuration.network());
  }

  private EngineOptions options(OpenCloud cloud) {
    FileJournal journal =
        new FileJournal(Path.of(job.machine(), ".hybridnet"), cloud.endpoint(), time, out::warn);
    EngineOptions options = EngineOptions.timed(time, time, Duration.ofMinutes(1)).with(journal);
    if (job.limitSeconds() == 0) {
      return options;
    }
    Timeouts timeouts = Timeouts.standard();
    Duration limit = Duration.ofSeconds(job.limitSeconds());
    for (ResourceType type : List.of(ResourceType.values())) {
      timeouts = timeouts.withWrite(type, limit).withDelete(type, limit);
    }
    return options.with(timeouts);
  }

  private Results results() {
    return new Results(outputs(), (name, value) -> {}, out);
  }

  private Path outputs() {
    return Path.of(job.machine(), "target", "hybridnet");
  }
}
