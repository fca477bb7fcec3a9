package io.github.hybridnet.survival;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.circuit.CreateCircuitGoal;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.app.deploy.PlanGoal;
import io.github.hybridnet.app.destroy.DestroyGoal;
import io.github.hybridnet.app.drill.UninterruptibleSection;
import io.github.hybridnet.app.status.StatusGoal;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ValueLookup;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.OperationTimeouts;
import io.github.hybridnet.engine.journal.FileOperationJournal;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.SimulatorAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Runs goals as Maven would, without its start. */
public final class Goals {
  private static final String LOCATION = "westus2";

  private final Job job;
  private final BiFunction<SimulatorAccess, BuildTime, CloudSession> door;
  private final BuildLog log;
  private final LineWriter out;
  private final BuildTime time;
  private final UninterruptibleSection uninterruptibleSection = new UninterruptibleSection();

  Goals(Job job, LineWriter out) {
    this(job, out, SignedIn::to);
  }

  /** In another time. */
  public Goals(Job job, LineWriter out, BuildTime time) {
    this(job, out, SignedIn::to, time);
  }

  /** With another way to the cloud. */
  Goals(Job job, LineWriter out, BiFunction<SimulatorAccess, BuildTime, CloudSession> door) {
    this(job, out, door, new ShortTime());
  }

  private Goals(
      Job job,
      LineWriter out,
      BiFunction<SimulatorAccess, BuildTime, CloudSession> door,
      BuildTime time) {
    this.time = time;
    this.job = job;
    this.door = door;
    this.log = new BuildLog(log(job));
    this.out = log.with(out);
  }

  /**
   * Runs them, until one fails.
   *
   * @throws io.github.hybridnet.text.UserException when one fails as it should
   */
  public void run() throws InterruptedException {
    for (Job.Goal goal : job.goals()) {
      try (CloudSession cloud = door.apply(Rig.access(Path.of(job.simulator())), time)) {
        cloud.banner().forEach(out::info);
        run(goal, cloud);
      } catch (RuntimeException failure) {
        log.add(failure);
        throw failure;
      }
    }
  }

  private void run(Job.Goal goal, CloudSession cloud) throws InterruptedException {
    switch (goal) {
      case CREATE_CIRCUIT ->
          new CreateCircuitGoal(cloud, options(cloud), out, results())
              .run(
                  network(),
                  new CreateCircuitGoal.Request(
                      LOCATION,
                      true,
                      Duration.ofHours(2),
                      new CreateCircuitGoal.PeeringKeys(false, false),
                      false));
      case DEPLOY -> deploy(cloud, "");
      case REPLACE -> deploy(cloud, Declarations.REPLACED);
      case PLAN ->
          new PlanGoal(cloud, options(cloud), out, outputs())
              .run(
                  network(),
                  new PlanGoal.Request(
                      new DeployNetworkGoal.Request(LOCATION, false, false, "", false),
                      false,
                      false));
      case STATUS -> new StatusGoal(cloud, out, outputs()).run(network(), LOCATION);
      case TEST_FAILOVER -> drills(cloud).test(network());
      case RESTORE -> drills(cloud).restore(network());
      case DESTROY ->
          new DestroyGoal(cloud, options(cloud), out, results())
              .run(
                  network(),
                  new DestroyGoal.Request(
                      new Confirmation(Declarations.GROUP, false, false), false, null));
    }
  }

  /** How long the end of the process waits for the goals. */
  Duration leaveWithin() {
    boolean uncuttable =
        job.goals().contains(Job.Goal.TEST_FAILOVER) || uninterruptibleSection.isGoingOn();
    return uncuttable ? Duration.ofDays(1) : Duration.ofSeconds(6);
  }

  private DrillGoals drills(CloudSession cloud) {
    return new DrillGoals(
        cloud, options(cloud), out, new DrillGoals.Around(job, time, uninterruptibleSection));
  }

  private void deploy(CloudSession cloud, String allowReplace) throws InterruptedException {
    drills(cloud).settle(network());
    new DeployNetworkGoal(cloud, options(cloud), out, results())
        .run(network(), new DeployNetworkGoal.Request(LOCATION, false, false, allowReplace, true));
  }

  /** Everything that the goals on a job's machine have said so far. */
  public static String said(Job job) {
    return BuildLog.text(log(job));
  }

  private static Path log(Job job) {
    return Path.of(job.machine(), "build.log");
  }

  private HybridNetwork network() {
    ConfigurationReader.Result configurationResult =
        new ConfigurationReader()
            .read(
                new ConfigurationReader.Request(
                    Path.of(job.parameters()),
                    ParameterFileSelection.requiring(Set.of()),
                    null,
                    ValueLookup.NOTHING,
                    ValueLookup.NOTHING));
    if (!configurationResult.findings().isEmpty()) {
      throw new IllegalStateException(configurationResult.findings().toString());
    }
    return configurationResult.network().withModernSkus();
  }

  private EngineOptions options(CloudSession cloud) {
    FileOperationJournal journal =
        new FileOperationJournal(
            Path.of(job.machine(), ".hybridnet"), cloud.endpoint(), time, out::warn);
    EngineOptions options = EngineOptions.timed(time, time, Duration.ofMinutes(1)).with(journal);
    if (job.limitSeconds() == 0) {
      return options;
    }
    OperationTimeouts operationTimeouts = OperationTimeouts.standard();
    Duration limit = Duration.ofSeconds(job.limitSeconds());
    for (ResourceType type : List.of(ResourceType.values())) {
      operationTimeouts = operationTimeouts.withWrite(type, limit).withDelete(type, limit);
    }
    return options.with(operationTimeouts);
  }

  private OutputsPublisher results() {
    return new OutputsPublisher(outputs(), (name, value) -> {}, out);
  }

  private Path outputs() {
    return Path.of(job.machine(), "target", "hybridnet");
  }
}
