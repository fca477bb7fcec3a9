package io.github.hybridnet.survival;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.failover.Alarm;
import io.github.hybridnet.failover.DrillParts.Clocks;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.DrillTime;
import io.github.hybridnet.failover.RestorePatience;
import io.github.hybridnet.failover.Thresholds;
import io.github.hybridnet.failover.journal.MarkerSeal;
import io.github.hybridnet.maven.goal.Confirmation;
import io.github.hybridnet.maven.goal.DrillPlace;
import io.github.hybridnet.maven.goal.DrillRequest;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.Restore;
import io.github.hybridnet.maven.goal.SettledDrills;
import io.github.hybridnet.maven.goal.TestFailover;
import io.github.hybridnet.maven.goal.Uncut;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.report.DrillReports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Runs the goals of failover drills as Maven would. */
final class DrillGoals {
  /** In real time, so that there are beats in a drill of seconds. */
  private static final Duration BEAT = Duration.ofMillis(300);

  private static final Duration CONNECTED = Duration.ofMinutes(10);

  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Around around;

  /** Which job, in what time, and who is told of what must not be cut off. */
  record Around(Job job, ShortTime time, Uncut uncut) {
    Path machine() {
      return Path.of(job.machine());
    }

    Path journals() {
      return machine().resolve(".hybridnet");
    }

    DrillTime drillTime() {
      return new DrillTime(time, time, time);
    }
  }

  DrillGoals(OpenCloud cloud, EngineOptions options, LineWriter out, Around around) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.around = around;
  }

  /** What deployments do first. */
  void settle(HybridNetwork network) throws InterruptedException {
    settled().before(network);
  }

  void restore(HybridNetwork network) throws InterruptedException {
    new Restore(cloud, options, out, settled()).run(network, CONNECTED);
  }

  void test(HybridNetwork network) throws InterruptedException {
    DrillPlace place =
        new DrillPlace(
            around.journals(),
            String.valueOf(around.machine().getFileName()),
            () -> new Clocks(around.drillTime(), Alarm.REAL),
            RestorePatience.STANDARD,
            BEAT,
            MarkerSeal.NONE);
    DrillReports reports =
        new DrillReports(
            around.machine().resolve("target/hybridnet/failover"),
            around.journals().resolve("failover-history.jsonl"));
    new TestFailover(cloud, options, out, reports, place).run(network, request(network));
  }

  private SettledDrills settled() {
    return new SettledDrills(
        cloud,
        options,
        out,
        new SettledDrills.Surroundings(
            around.journals(),
            around::drillTime,
            RestorePatience.STANDARD,
            BEAT.multipliedBy(3),
            around.uncut(),
            MarkerSeal.NONE,
            false));
  }

  private DrillRequest request(HybridNetwork network) {
    Job.Drill drill = around.job().drill();
    return new DrillRequest(
        null,
        Confirmation.of(Objects.requireNonNull(network.expressRoute()).gateway().name()),
        false,
        new DrillRequest.Words(Optional.of(drill.lever()), Set.of(), false, false, List.of()),
        times(Duration.ofSeconds(drill.holdSeconds())),
        Thresholds.NONE,
        new DrillRequest.ProbeRequest(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            around.machine(),
            new DrillRequest.InsideRequest(null, null)));
  }

  private static Times times(Duration hold) {
    return new Times(
        Duration.ofSeconds(1),
        Duration.ofMinutes(2),
        Duration.ofHours(1),
        Duration.ofMinutes(3),
        hold,
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        Duration.ofSeconds(5));
  }
}
