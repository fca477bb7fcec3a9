package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.Watch.Wait;
import io.github.hybridnet.failover.gate.PathProof;
import io.github.hybridnet.failover.gate.PathReading;
import java.time.Duration;

/** Puts ExpressRoute back, and proves that it carries the traffic again. Nothing cuts it off. */
final class Back {
  /** The code that says that ExpressRoute was put back, and does not carry. */
  static final String NOT_CARRYING = "HN5039";

  private final Safety safety;
  private final Watch watch;
  private final Logbook logbook;
  private final Times times;
  private boolean stopped;

  Back(Safety safety, Watch watch, Logbook logbook, Times times) {
    this.safety = safety;
    this.watch = watch;
    this.logbook = logbook;
    this.times = times;
  }

  /**
   * Puts it back.
   *
   * @param before what was read over ExpressRoute
   * @return whether everything is as before
   */
  boolean go(PathReading before) {
    logbook.begin(Step.RESTORE, "ExpressRoute is put back");
    logbook.mark(Mark.RESTORE);
    Safety.Outcome outcome = safety.putBack();
    outcome.notes().forEach(logbook::warn);
    if (outcome.failure().isPresent()) {
      Verdict.Finding failure = outcome.failure().get();
      logbook.fail(failure.code(), failure.text(), failure.fix());
      return false;
    }
    logbook.mark(Mark.PUT_BACK);
    return carries(before);
  }

  /** Whether somebody stopped the build meanwhile. */
  boolean isStopped() {
    return stopped;
  }

  private boolean carries(PathReading before) {
    logbook.begin(Step.RESTORED, "Routes come back on ExpressRoute");
    Duration until = logbook.time().now().plus(times.back());
    Wait wait = await(until, before);
    if (!wait.reached()) {
      logbook.fail(
          NOT_CARRYING,
          "ExpressRoute is defined as before, but does not carry the traffic again after "
              + TimeText.limit(times.back())
              + ": "
              + wait.last(),
          "See the circuit's peering, its BGP sessions and the provider; hybridnet:status shows what"
              + " the gateways have learned");
      return false;
    }
    logbook.mark(Mark.RESTORED);
    watch.inside().ask(InsideWatch.Phase.AFTER);
    logbook.info(wait.last());
    return true;
  }

  /** Somebody who stops the build gets what he wants after the proof, which has an end. */
  private Wait await(Duration until, PathReading before) {
    while (true) {
      try {
        return watch.untilReached(until, now -> PathProof.asBefore(now, before));
      } catch (InterruptedException e) {
        stopped = true;
      } catch (RuntimeException failure) {
        if (!Thread.interrupted()) {
          return new Wait(false, "the gateways cannot be asked (" + failure.getMessage() + ")");
        }
        stopped = true;
      }
    }
  }
}
