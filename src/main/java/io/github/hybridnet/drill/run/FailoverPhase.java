package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectRefusedException;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.path.PathProof;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.ProofResult;
import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;

/**
 * The time without ExpressRoute: from the disconnect to the end of the hold. Whatever happens in
 * it, it ends, and what failed is in the log.
 */
final class FailoverPhase {
  private static final String RESTORED_ELSEWHERE =
      "somebody restored ExpressRoute with hybridnet:restore.";

  /** How long a target may be lost while failed over before the drill is given up. */
  private static final Duration LOST = Duration.ofSeconds(10);

  private final DrillComponents components;
  private final DrillMonitor drillMonitor;
  private final DrillLog drillLog;
  private final TimeLimits timeLimits;

  FailoverPhase(
      DrillComponents parts, DrillMonitor drillMonitor, DrillLog drillLog, TimeLimits timeLimits) {
    this.components = parts;
    this.drillMonitor = drillMonitor;
    this.drillLog = drillLog;
    this.timeLimits = timeLimits;
  }

  /** How the time without ExpressRoute ended. */
  private enum Ending {
    /** The phase was completed, or failed for a reason that is in the log. */
    COMPLETED,
    /** The time limit was over. */
    TIMED_OUT,
    /** Somebody stopped the build. */
    STOPPED
  }

  /**
   * Disconnects ExpressRoute and watches the VPN take over.
   *
   * @param before what was read over ExpressRoute
   * @return whether somebody stopped the build meanwhile
   */
  boolean run(PathReading before) {
    drillLog.mark(Milestone.DISCONNECT_REQUESTED);
    Ending ending = runWithin(timeLimits.disconnect(), this::disconnect);
    if (ending == Ending.TIMED_OUT) {
      drillLog.fail(DrillMessages.disconnectTimedOut(timeLimits.disconnect()));
    } else if (drillLog.milestones().at(Milestone.DISCONNECTED).isPresent()
        && ending == Ending.COMPLETED) {
      ending = runWithin(timeLimits.maxDuration(), () -> watch(before));
      if (ending == Ending.TIMED_OUT) {
        drillLog.fail(DrillMessages.drillTimedOut(timeLimits.maxDuration()));
      }
    }
    if (ending == Ending.STOPPED) {
      drillLog.fail(DrillMessages.stopped());
    }
    return ending == Ending.STOPPED;
  }

  /** A part of the time without ExpressRoute. */
  @FunctionalInterface
  private interface Part {
    void run() throws InterruptedException;
  }

  /** Carries a part out for a limited time, however it ends. */
  private Ending runWithin(Duration most, Part part) {
    TimeBox box = new TimeBox(components.clocks().alarm(), most);
    Ending ending = Ending.COMPLETED;
    try (box) {
      part.run();
    } catch (InterruptedException e) {
      ending = interrupted(box);
    } catch (RuntimeException | Error failure) {
      // Reads that are interrupted while they wait for an answer fail in their own way.
      if (Thread.interrupted()) {
        ending = interrupted(box);
      } else {
        failed(failure);
      }
    }
    if (Thread.interrupted() && !box.isOver()) {
      ending = Ending.STOPPED;
    }
    return ending;
  }

  private static Ending interrupted(TimeBox box) {
    return box.isOver() ? Ending.TIMED_OUT : Ending.STOPPED;
  }

  private void failed(Throwable failure) {
    if (failure instanceof DisconnectRefusedException refused) {
      drillLog.fail(refused.finding());
    } else if (failure instanceof CloudException cloud) {
      drillLog.fail(DrillMessages.disconnectFailed(cloud));
    } else {
      drillLog.fail(DrillMessages.internalError(failure));
    }
  }

  private void disconnect() throws InterruptedException {
    DisconnectAction action = components.disconnect();
    drillLog.begin(DrillStep.DISCONNECT, DrillMessages.disconnecting(action.method()));
    action.disconnect(timeLimits.disconnect());
    drillLog.mark(Milestone.DISCONNECTED);
    drillLog.info("Azure has completed the operation.");
  }

  private void watch(PathReading before) throws InterruptedException {
    if (awaitFailover(before)) {
      hold(before);
    }
  }

  private boolean awaitFailover(PathReading before) throws InterruptedException {
    drillLog.begin(DrillStep.FAILED_OVER, "Waiting until the VPN carries the traffic");
    Duration until = drillLog.at(Milestone.DISCONNECTED).plus(timeLimits.failover());
    DrillMonitor.WaitResult gone =
        drillMonitor.awaitPaths(until, now -> PathProof.expressRouteGone(now));
    if (!gone.reached()) {
      notDisconnected(
          components.safeguard().isRestoredElsewhere() ? RESTORED_ELSEWHERE : gone.last());
      return false;
    }
    drillLog.info(gone.last());
    DrillMonitor.WaitResult carried =
        drillMonitor.awaitPathsAndProbes(until, now -> PathProof.onVpn(now, before));
    if (!carried.reached() && components.safeguard().isRestoredElsewhere()) {
      notDisconnected(RESTORED_ELSEWHERE);
      return false;
    }
    if (!carried.reached()) {
      drillLog.fail(DrillMessages.noFailover(timeLimits.failover(), carried.last()));
      return false;
    }
    drillLog.mark(Milestone.FAILED_OVER);
    drillMonitor.inside().ask(InsideObserver.InsidePhase.FAILED_OVER);
    drillLog.info(carried.last());
    return true;
  }

  private void notDisconnected(String seen) {
    drillLog.fail(DrillMessages.notDisconnected(seen));
  }

  /** Watches for a fixed time, each reading after a pause; no condition is waited for. */
  private void hold(PathReading before) throws InterruptedException {
    drillLog.begin(DrillStep.HOLD, DrillMessages.hold(timeLimits.hold()));
    Duration until = drillLog.at(Milestone.FAILED_OVER).plus(timeLimits.hold());
    boolean seen = drillMonitor.hasProbes();
    while (drillLog.time().now().compareTo(until) < 0) {
      drillMonitor.pause(until);
      if (components.safeguard().isRestoredElsewhere()) {
        notDisconnected(RESTORED_ELSEWHERE);
        return;
      }
      PathReading now = drillMonitor.read();
      ProofResult gone = PathProof.expressRouteGone(now);
      ProofResult vpn = PathProof.onVpn(now, before);
      if (isOver(gone, vpn)) {
        return;
      }
      seen |= gone.holds() && vpn.holds();
    }
    if (!seen) {
      stoppedCarrying(
          "Azure did not report which path carried the traffic, and no targets were probed.");
    }
  }

  /** An answer that Azure does not give proves nothing; the probes go on. */
  private boolean isOver(ProofResult gone, ProofResult vpn) {
    if (gone.answer() == ProofResult.ProofAnswer.NO) {
      notDisconnected("ExpressRoute came back during the hold: " + gone.text());
      return true;
    }
    if (vpn.answer() == ProofResult.ProofAnswer.NO) {
      stoppedCarrying(vpn.text());
      return true;
    }
    Duration lost = drillMonitor.longestLoss(drillLog.at(Milestone.FAILED_OVER));
    if (lost.compareTo(LOST) > 0) {
      stoppedCarrying("a target was not reached for " + MeasuredValueText.span(lost) + ".");
      return true;
    }
    return false;
  }

  private void stoppedCarrying(String seen) {
    drillLog.fail(DrillMessages.notCarriedByVpn(seen));
  }
}
