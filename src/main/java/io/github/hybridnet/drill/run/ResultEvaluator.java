package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.measure.DrillMetrics;
import io.github.hybridnet.drill.measure.ProbeMeasurement;
import io.github.hybridnet.drill.path.ByteCounterProof;
import io.github.hybridnet.drill.path.PathProof;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.ProofResult;
import io.github.hybridnet.drill.probe.ProbeSnapshot;
import io.github.hybridnet.drill.probe.ProbeTarget;
import io.github.hybridnet.drill.run.DrillResult.Evidence;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a drill comes to, from all that was seen. */
final class ResultEvaluator {
  private final DrillLog drillLog;
  private final DrillThresholds drillThresholds;
  private final ProbeSnapshot probeSnapshot;
  private final DrillMilestones drillMilestones;
  private final Optional<ProbeMeasurement> measurement;

  ResultEvaluator(DrillLog drillLog, DrillThresholds drillThresholds, ProbeSnapshot probeSnapshot) {
    this.drillLog = drillLog;
    this.drillThresholds = drillThresholds;
    this.probeSnapshot = probeSnapshot;
    this.measurement =
        probeSnapshot.targets().isEmpty()
            ? Optional.empty()
            : Optional.of(ProbeMeasurement.of(probeSnapshot, drillLog.milestones()));
    this.drillMilestones =
        detected()
            .map(at -> drillLog.milestones().with(Milestone.DETECTED, at))
            .orElse(drillLog.milestones());
  }

  /** The moments, with the first sign that ExpressRoute was gone. */
  DrillMilestones milestones() {
    return drillMilestones;
  }

  Evidence evidence(List<ProbeTarget> targets) {
    Map<String, String> addresses = new LinkedHashMap<>();
    targets.forEach(t -> addresses.put(t.name(), t.address()));
    return new Evidence(
        addresses, probeSnapshot.samples(), drillLog.readings(), drillLog.events(), measurement);
  }

  /**
   * The verdict, after all thresholds have been evaluated.
   *
   * @param outcome what the steps came to
   */
  DrillVerdict verdict(Outcome outcome) {
    if (outcome != Outcome.PASSED && outcome != Outcome.RESTORE_FAILED) {
      return new DrillVerdict(outcome, drillLog.findings());
    }
    counters(outcome);
    probeSnapshot.findings().forEach(drillLog::warn);
    List<DrillFinding> findings = new ArrayList<>(drillLog.findings());
    findings.addAll(
        DrillMetrics.broken(DrillMetrics.of(drillThresholds, drillMilestones, measurement)));
    boolean failed = outcome == Outcome.PASSED && !findings.isEmpty();
    return new DrillVerdict(failed ? Outcome.FAILED : outcome, findings);
  }

  /** They lag, so that they only support what the routes say, or contradict it. */
  private void counters(Outcome outcome) {
    Optional<Duration> gone = firstGone();
    if (gone.isEmpty()) {
      return;
    }
    ProofResult counters = ByteCounterProof.judge(readingsWhileAway(), gone.get());
    if (counters.answer() == ProofResult.ProofAnswer.NO) {
      drillLog.fail(
          new DrillFinding(
              DrillMessages.NOT_DISCONNECTED,
              counters.text(),
              "find out which connection carries the traffic"));
    } else {
      // A counter that grew does not speak for a failover that did not come about.
      boolean supports =
          counters.holds() && outcome == Outcome.PASSED && drillLog.findings().isEmpty();
      drillLog.info(counters.text() + (supports ? " This supports the result." : ""));
    }
  }

  private Optional<Duration> detected() {
    return Stream.concat(
            measurement.flatMap(ProbeMeasurement::firstFailure).stream(), firstGone().stream())
        .min(Duration::compareTo);
  }

  private List<PathReading> readingsWhileAway() {
    Optional<Duration> begin = drillLog.milestones().at(Milestone.DISCONNECT_REQUESTED);
    Optional<Duration> restore = drillLog.milestones().at(Milestone.RESTORE);
    return drillLog.readings().stream()
        .filter(r -> begin.isPresent() && r.at().compareTo(begin.get()) > 0)
        .filter(r -> restore.isEmpty() || r.at().compareTo(restore.get()) < 0)
        .toList();
  }

  private Optional<Duration> firstGone() {
    return readingsWhileAway().stream()
        .filter(r -> PathProof.expressRouteGone(r).holds())
        .map(PathReading::at)
        .findFirst();
  }
}
