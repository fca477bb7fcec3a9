package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.path.PathProof;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.ProofResult;
import io.github.hybridnet.drill.run.DrillMonitor.WaitResult;
import java.time.Duration;
import java.util.Optional;

/** Restores ExpressRoute, and proves that it carries the traffic again. Nothing cuts it off. */
final class RestorePhase {
  private final DrillSafeguard drillSafeguard;
  private final DrillMonitor drillMonitor;
  private final DrillLog drillLog;
  private final TimeLimits timeLimits;
  private boolean stopped;
  private Optional<PathReading> last = Optional.empty();

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
   * Restores ExpressRoute, and waits until it carries the traffic.
   *
   * @param before what was read over ExpressRoute
   * @return whether everything is as before
   */
  boolean run(PathReading before) {
    drillLog.begin(DrillStep.RESTORE, "Restoring ExpressRoute");
    drillLog.mark(Milestone.RESTORE);
    RestoreResult restored = drillSafeguard.restore();
    restored.otherWarnings().forEach(drillLog::warn);
    if (restored.drillFailure().isPresent()) {
      drillLog.fail(restored.drillFailure().get());
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
    drillLog.begin(DrillStep.RESTORED, "Waiting until ExpressRoute carries the traffic again");
    Duration until = drillLog.time().now().plus(timeLimits.trafficBack());
    WaitResult waitResult = await(until, before);
    if (!waitResult.reached()) {
      drillLog.fail(
          DrillMessages.notCarryingAgain(
              timeLimits.trafficBack(), waitResult.last() + " " + vpnInstead(before)));
      return false;
    }
    drillLog.mark(Milestone.RESTORED);
    drillMonitor.inside().ask(InsideObserver.InsidePhase.AFTER);
    drillLog.info(waitResult.last());
    return true;
  }

  /** Who reads that ExpressRoute is down needs to know whether anything carries the traffic. */
  private String vpnInstead(PathReading before) {
    return last.filter(now -> now.expressRoute().routing().known())
        .filter(now -> now.expressRoute().prefixes().isEmpty())
        .map(now -> PathProof.onVpn(now, before))
        .filter(ProofResult::holds)
        .map(ProofResult::text)
        .orElse("It is not known which path carries the traffic now.");
  }

  /** An interrupt is honoured after the restore has been verified, which takes a limited time. */
  private WaitResult await(Duration until, PathReading before) {
    while (true) {
      try {
        return drillMonitor.awaitPathsAndProbes(
            until,
            now -> {
              last = Optional.of(now);
              return PathProof.asBefore(now, before);
            });
      } catch (InterruptedException e) {
        stopped = true;
      } catch (RuntimeException failure) {
        if (!Thread.interrupted()) {
          last = Optional.empty();
          return new WaitResult(
              false, "the gateways could not be read (" + failure.getMessage() + ").");
        }
        stopped = true;
      }
    }
  }
}
