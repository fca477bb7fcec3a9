package io.github.hybridnet.survival;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.drill.DrillEnvironment;
import io.github.hybridnet.app.drill.DrillRequest;
import io.github.hybridnet.app.drill.RestoreGoal;
import io.github.hybridnet.app.drill.TestFailoverGoal;
import io.github.hybridnet.app.drill.UnfinishedDrillRecovery;
import io.github.hybridnet.app.drill.UninterruptibleSection;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.DeadlineTimer;
import io.github.hybridnet.drill.run.DrillComponents.DrillClocks;
import io.github.hybridnet.drill.run.RestoreRetryPolicy;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.report.DrillReportFiles;
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

  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Around around;

  /** Which job, in what time, and who is told of what must not be cut off. */
  record Around(Job job, BuildTime time, UninterruptibleSection uncut) {
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

  DrillGoals(CloudSession cloud, EngineOptions options, LineWriter out, Around around) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.around = around;
  }

  /** What deployments do first. */
  void settle(HybridNetwork network) throws InterruptedException {
    settled().recover(network);
  }

  void restore(HybridNetwork network) throws InterruptedException {
    new RestoreGoal(cloud, options, out, settled()).run(network, CONNECTED);
  }

  void test(HybridNetwork network) throws InterruptedException {
    DrillReportFiles reports =
        new DrillReportFiles(
            around.machine().resolve("target/hybridnet/failover"),
            around.journals().resolve("failover-history.jsonl"));
    new TestFailoverGoal(cloud, options, out, reports, environment())
        .run(network, request(network));
  }

  private UnfinishedDrillRecovery settled() {
    return new UnfinishedDrillRecovery(cloud, options, out, environment(), false);
  }

  private DrillEnvironment environment() {
    return new DrillEnvironment(
        around.journals(),
        String.valueOf(around.machine().getFileName()),
        () -> new DrillClocks(around.drillTime(), DeadlineTimer.REAL),
        RestoreRetryPolicy.STANDARD,
        BEAT,
        around.uncut(),
        MarkerSigner.NONE);
  }

  private DrillRequest request(HybridNetwork network) {
    Job.Drill drill = around.job().drill();
    return new DrillRequest(
        null,
        new Confirmation(
            Objects.requireNonNull(network.expressRoute()).gateway().name(), false, false),
        false,
        new DrillRequest.Overrides(Optional.of(drill.lever()), Set.of(), false, false, List.of()),
        times(Duration.ofSeconds(drill.holdSeconds())),
        DrillThresholds.NONE,
        new DrillRequest.ProbeRequest(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            around.machine(),
            new DrillRequest.InsideRequest(null, null)));
  }

  private static TimeLimits times(Duration hold) {
    return new TimeLimits(
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
