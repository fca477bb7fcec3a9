package io.github.hybridnet.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.survival.Declarations;
import io.github.hybridnet.survival.Goals;
import io.github.hybridnet.survival.Job;
import io.github.hybridnet.survival.Rig;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A simulator and the states from which cells begin, each made when it is first needed. */
final class MatrixCloud implements AutoCloseable {
  private static final Map<String, Duration> DURATIONS =
      Map.of(
          "virtualNetworkGateways.*", Duration.ofSeconds(60),
          "connections.*", Duration.ofSeconds(20),
          "connections.connect", Duration.ofSeconds(1),
          "expressRouteCircuits.*", Duration.ofSeconds(20),
          "peerings.*", Duration.ofSeconds(20));

  /** Seconds for which a drill keeps ExpressRoute away. */
  private static final int HOLD = 20;

  private static final String CIRCUIT = "ra-hybrid-vpn-er-erc";
  private static final String TUNNEL = "ra-hybrid-vpn-cn";

  private final Path directory;
  private final VirtualTime time = new VirtualTime();
  private final Rig rig;
  private final Set<MatrixGoal.Standing> made = EnumSet.noneOf(MatrixGoal.Standing.class);
  private final Job first;
  private int machines;

  MatrixCloud(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    Path simulator = SimulatorFixture.prepared(directory.resolve("simulator"));
    SimulatorOptions options =
        SimulatorOptions.in(simulator)
            .withWallClock(time)
            .withSpeed(1)
            .withDurations(DURATIONS)
            .withSeed(1);
    this.rig = Rig.of(simulator, AzureSimulator.start(options));
    this.first =
        new Job(
            simulator.toString(),
            Declarations.withNameServers(Declarations.first(directory.resolve("first"))).toString(),
            "",
            List.of(),
            0,
            new Job.Drill(DisconnectMethod.PEERING, HOLD));
  }

  Rig rig() {
    return rig;
  }

  VirtualTime time() {
    return time;
  }

  /** The goal's job, on a machine that nothing is known of. */
  Job job(MatrixGoal goal) throws IOException {
    Job job = first.doing(goal.goals()).on(directory.resolve("machine-" + ++machines).toString());
    return switch (goal) {
      case UPDATE ->
          job.declaring(
              Declarations.withNameServers(Declarations.changed(directory.resolve("changed")))
                  .toString());
      case REPLACEMENT ->
          job.declaring(
              Declarations.withNameServers(Declarations.replaced(directory.resolve("replaced")))
                  .toString());
      case ADOPTION ->
          job.declaring(
              Declarations.withNameServers(Declarations.adopted(directory.resolve("adopted")))
                  .toString());
      case CONNECTION_DRILL -> job.drilling(new Job.Drill(DisconnectMethod.CONNECTION, HOLD));
      default -> job;
    };
  }

  /** Lets stand what has to stand before a goal, and nothing unusual be played. */
  void begin(MatrixGoal.Standing standing) throws IOException, InterruptedException {
    rig.admin().variants(Map.of());
    if (made.add(standing)) {
      make(standing);
      rig.admin().save(standing.name());
    }
    rig.admin().restore(standing.name());
  }

  private void make(MatrixGoal.Standing standing) throws IOException, InterruptedException {
    switch (standing) {
      case EMPTY -> rig.admin().reset();
      case WHOLE -> {
        begin(MatrixGoal.Standing.EMPTY);
        run(job(MatrixGoal.FIRST), new RecordedLines());
        time.sleep(Duration.ofMinutes(10));
      }
      case MADE_BY_OTHERS -> {
        begin(MatrixGoal.Standing.EMPTY);
        Path others =
            Declarations.withNameServers(
                Declarations.madeByOthers(directory.resolve("made-by-others")));
        run(job(MatrixGoal.FIRST).declaring(others.toString()), new RecordedLines());
        time.sleep(Duration.ofMinutes(10));
      }
      case WITHOUT_TUNNEL -> {
        begin(MatrixGoal.Standing.WHOLE);
        cutTunnel();
        time.sleep(Duration.ofMinutes(10));
      }
      case DISCONNECTED -> {
        begin(MatrixGoal.Standing.WHOLE);
        run(job(MatrixGoal.DRILL), new AtPhase("hold", () -> rig.admin().save(standing.name())));
        rig.admin().restore(standing.name());
      }
      case RELEASED -> {
        begin(MatrixGoal.Standing.WHOLE);
        rig.admin().provider(CIRCUIT, "NotProvisioned");
      }
    }
  }

  private void run(Job job, LineWriter out) throws InterruptedException {
    try {
      new Goals(job, out, time).run();
    } catch (UserException e) {
      throw new IllegalStateException(job.goals() + ":\n" + Goals.said(job), e);
    }
  }

  /**
   * What listens to a goal: in a drill that is to fail, the tunnel goes down with ExpressRoute;
   * another one is stopped as soon as Azure has disconnected ExpressRoute.
   */
  LineWriter listener(MatrixGoal goal) {
    return switch (goal) {
      case FAILING_DRILL -> new AtPhase("disconnect", this::cutTunnel);
      case STOPPED_DRILL -> new AtPhase("failed over", Thread.currentThread()::interrupt);
      default -> new RecordedLines();
    };
  }

  private void cutTunnel() {
    rig.admin().send("PUT", "connections/" + TUNNEL + "/tunnel", "{\"state\":\"Down\"}");
  }

  /** Does something when a drill says that it enters a phase, before it goes on. */
  private record AtPhase(String phase, Runnable action) implements LineWriter {
    @Override
    public void info(String line) {
      if (line.contains("== " + phase)) {
        action.run();
      }
    }

    @Override
    public void warn(String line) {}

    @Override
    public void error(String line) {}
  }

  /** The simulated network's own view of its paths. */
  JsonNode paths() {
    return rig.ask("paths");
  }

  @Override
  public void close() {
    rig.close();
  }
}
