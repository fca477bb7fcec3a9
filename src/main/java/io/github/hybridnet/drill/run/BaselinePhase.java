package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.probe.ProbeSession;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Probes over ExpressRoute, before it is disconnected. */
final class BaselinePhase {
  /** The id by which users override this check. */
  static final String GATE = "probes";

  private final DrillMonitor drillMonitor;
  private final ProbeSession probeSession;
  private final DrillLog drillLog;
  private final TimeLimits timeLimits;

  BaselinePhase(
      DrillMonitor drillMonitor,
      ProbeSession probeSession,
      DrillLog drillLog,
      TimeLimits timeLimits) {
    this.drillMonitor = drillMonitor;
    this.probeSession = probeSession;
    this.drillLog = drillLog;
    this.timeLimits = timeLimits;
  }

  /**
   * Lets the probes run for their time, and looks whether all targets are reached.
   *
   * @param overridden ids of gates that the user does not want to be stopped by
   */
  GateResult run(Set<String> overridden) throws InterruptedException {
    drillLog.begin(DrillStep.BASELINE, DrillMessages.baseline(timeLimits.baseline()));
    drillLog.mark(Milestone.BASELINE);
    Duration begin = drillLog.time().now();
    drillLog.time().sleeper().sleep(timeLimits.baseline());
    // A short baseline may be over before the first answers are there.
    boolean reached =
        drillMonitor.awaitProbes(begin, begin.plus(timeLimits.baseline().multipliedBy(2)));
    List<ProbeSample> samples = probeSession.snapshot().samples();
    long failed = samples.stream().filter(s -> !s.ok()).count();
    String seen = samples.size() + " probes, of which " + failed + " failed";
    if (reached) {
      return failed == 0
          ? new GateResult(GATE, Status.MET, "All targets are reached (" + seen + ").", "")
          : new GateResult(
              GATE, Status.WARNING, "Some probes failed before the drill (" + seen + ").", "");
    }
    DrillFinding finding = DrillMessages.notReached(lost(), seen);
    return new GateResult(
        GATE,
        overridden.contains(GATE) ? Status.OVERRIDDEN : Status.NOT_MET,
        finding.text(),
        finding.fix());
  }

  private List<String> lost() {
    return probeSession.newest().stream()
        .filter(sample -> !sample.ok())
        .map(sample -> sample.target() + " (" + sample.detail() + ")")
        .toList();
  }
}
