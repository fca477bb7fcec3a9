package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.path.PathProof;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.run.DrillMonitor.WaitResult;
import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;

/** Puts ExpressRoute back, and proves that it carries the traffic again. Nothing cuts it off. */
final class RestorePhase {
  /** The code that says that ExpressRoute was put back, and does not carry. */
  static final String NOT_CARRYING = "HN5039";

  private final DrillSafeguard drillSafeguard;
  private final DrillMonitor drillMonitor;
  private final DrillLog drillLog;
  private final TimeLimits timeLimits;
  private boolean stopped;

  RestorePhase(
      DrillSafeguard drillSafeguard,
      DrillMonitor drillMonitor,
      DrillLog drillLog,
      TimeLimits timeLimits) {
    this.drillSafeguard = drillSafeguard;
    this.drillMonitor = drillMonitor;
    this.drillLog = drillLog;
    this.timeLimits = timeLimits;
  }

  /**
   * Puts it back.
   *
   * @param before what was read over ExpressRoute
   * @return whether everything is as before
   */
  boolean run(PathReading before) {
    drillLog.begin(DrillStep.RESTORE, "ExpressRoute is put back");
    drillLog.mark(Milestone.RESTORE);
    DrillSafeguard.SafeguardOutcome safeguardOutcome = drillSafeguard.restore();
    safeguardOutcome.warnings().forEach(drillLog::warn);
    if (safeguardOutcome.failure().isPresent()) {
      DrillFinding failure = safeguardOutcome.failure().get();
      drillLog.fail(failure.code(), failure.text(), failure.fix());
      return false;
    }
    drillLog.mark(Milestone.RECONNECTED);
    return awaitTraffic(before);
  }

  /** Whether somebody stopped the build meanwhile. */
  boolean isStopped() {
    return stopped;
  }

  private boolean awaitTraffic(PathReading before) {
    drillLog.begin(DrillStep.RESTORED, "Routes come back on ExpressRoute");
    Duration until = drillLog.time().now().plus(timeLimits.trafficBack());
    WaitResult waitResult = await(until, before);
    if (!waitResult.reached()) {
      drillLog.fail(
          NOT_CARRYING,
          "ExpressRoute is defined as before, but does not carry the traffic again after "
              + MeasuredValueText.limit(timeLimits.trafficBack())
              + ": "
              + waitResult.last(),
          "See the circuit's peering, its BGP sessions and the provider; hybridnet:status shows"
              + " what the gateways have learned");
      return false;
    }
    drillLog.mark(Milestone.RESTORED);
    drillMonitor.inside().ask(InsideObserver.InsidePhase.AFTER);
    drillLog.info(waitResult.last());
    return true;
  }

  /** Somebody who stops the build gets what he wants after the proof, which has an end. */
  private WaitResult await(Duration until, PathReading before) {
    while (true) {
      try {
        return drillMonitor.awaitPathsAndProbes(until, now -> PathProof.asBefore(now, before));
      } catch (InterruptedException e) {
        stopped = true;
      } catch (RuntimeException failure) {
        if (!Thread.interrupted()) {
          return new WaitResult(
              false, "the gateways cannot be asked (" + failure.getMessage() + ")");
        }
        stopped = true;
      }
    }
  }
}
