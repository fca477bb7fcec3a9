package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.action.DisconnectRefusedException;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.path.PathProof;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.ProofResult;
import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;

/**
 * The time without ExpressRoute: from the lever to the end of the hold. Whatever happens in it, it
 * comes to an end, and what went wrong is in the logbook.
 */
final class FailoverPhase {
  /** ExpressRoute was not taken away, whatever Azure says of the lever. */
  static final String NOT_DISCONNECTED = "HN5021";

  private static final String RESTORED_ELSEWHERE = "somebody put it back with hybridnet:restore.";

  /** How long a target may not be reached while failed over before the drill is given up. */
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
    /** By itself, or by a failure that the logbook has. */
    COMPLETED,
    /** The time box was over. */
    TIMED_OUT,
    /** Somebody stopped the build. */
    STOPPED
  }

  /**
   * Takes ExpressRoute away and watches the VPN take over.
   *
   * @param before what was read over ExpressRoute
   * @return whether somebody stopped the build meanwhile
   */
  boolean run(PathReading before) {
    drillLog.mark(Milestone.DISCONNECT_REQUESTED);
    Ending ending = runWithin(timeLimits.disconnect(), this::disconnect);
    if (ending == Ending.TIMED_OUT) {
      disconnectTimedOut();
    } else if (drillLog.milestones().at(Milestone.DISCONNECTED).isPresent()
        && ending == Ending.COMPLETED) {
      ending = runWithin(timeLimits.maxDuration(), () -> watch(before));
      if (ending == Ending.TIMED_OUT) {
        drillTimedOut();
      }
    }
    if (ending == Ending.STOPPED) {
      drillLog.fail(
          "HN5023",
          "The drill was stopped before its end.",
          "Run the drill again when it may run to its end");
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

  private void disconnectTimedOut() {
    drillLog.fail(
        "HN5076",
        "Azure has not taken ExpressRoute away in "
            + MeasuredValueText.limit(timeLimits.disconnect())
            + ", so that the drill is given up.",
        "Set hybridnet.failover.leverTimeout greater, or run the drill when Azure is faster");
  }

  private void drillTimedOut() {
    drillLog.fail(
        "HN5025",
        "The drill was not through "
            + MeasuredValueText.limit(timeLimits.maxDuration())
            + " after Azure had taken ExpressRoute away, the most that is allowed.",
        "Set hybridnet.failover.maxDuration greater than the failover and hybridnet.failover.hold"
            + " take together");
  }

  private void failed(Throwable failure) {
    if (failure instanceof DisconnectRefusedException refused) {
      DrillFinding drillFinding = refused.finding();
      drillLog.fail(drillFinding.code(), drillFinding.text(), drillFinding.fix());
    } else if (failure instanceof CloudException cloud) {
      drillLog.fail(
          "HN5026",
          "Azure refused or failed while ExpressRoute was being taken away: "
              + cloud.inWords()
              + ".",
          "See what Azure says, and run the drill again");
    } else {
      drillLog.fail(
          "HN5028",
          "The plugin failed in a way that it should not: "
              + failure.getClass().getSimpleName()
              + ".",
          "Report it with what -X shows");
    }
  }

  private void disconnect() throws InterruptedException {
    drillLog.begin(
        DrillStep.DISCONNECT,
        "ExpressRoute is taken away: " + components.disconnect().method().label());
    components.disconnect().disconnect(timeLimits.disconnect());
    drillLog.mark(Milestone.DISCONNECTED);
    drillLog.info("Azure has completed the operation.");
  }

  private void watch(PathReading before) throws InterruptedException {
    if (awaitFailover(before)) {
      hold(before);
    }
  }

  private boolean awaitFailover(PathReading before) throws InterruptedException {
    drillLog.begin(DrillStep.FAILED_OVER, "The VPN takes over");
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
      drillLog.fail(
          "HN5020",
          "The VPN did not take over in "
              + MeasuredValueText.limit(timeLimits.failover())
              + ": "
              + carried.last(),
          "See the VPN connection, the on-premises device and its routes; the timeline shows what"
              + " was reached when");
      return false;
    }
    drillLog.mark(Milestone.FAILED_OVER);
    drillMonitor.inside().ask(InsideObserver.InsidePhase.FAILED_OVER);
    drillLog.info(carried.last());
    return true;
  }

  private void notDisconnected(String seen) {
    drillLog.fail(
        NOT_DISCONNECTED,
        "ExpressRoute did not go away, so that nothing is proved: " + seen,
        "See whether another circuit or connection carries the traffic, or use another"
            + " hybridnet.failover.disconnect");
  }

  private void hold(PathReading before) throws InterruptedException {
    drillLog.begin(
        DrillStep.HOLD,
        "The network stays on the VPN for " + MeasuredValueText.limit(timeLimits.hold()));
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
      stoppedCarrying("Azure told nothing of it, and nothing was probed");
    }
  }

  /** What Azure does not tell now and then is no sign of anything; the probes go on. */
  private boolean isOver(ProofResult gone, ProofResult vpn) {
    if (gone.answer() == ProofResult.ProofAnswer.NO) {
      notDisconnected("it came back while failed over: " + gone.text());
      return true;
    }
    if (vpn.answer() == ProofResult.ProofAnswer.NO) {
      stoppedCarrying(vpn.text());
      return true;
    }
    Duration lost = drillMonitor.longestLoss(drillLog.at(Milestone.FAILED_OVER));
    if (lost.compareTo(LOST) > 0) {
      stoppedCarrying("a target was not reached for " + MeasuredValueText.span(lost));
      return true;
    }
    return false;
  }

  private void stoppedCarrying(String seen) {
    drillLog.fail(
        "HN5024",
        "The VPN was not seen to carry the traffic while the network was held on it: " + seen,
        "See the VPN connection and the on-premises device before the next drill");
  }
}
