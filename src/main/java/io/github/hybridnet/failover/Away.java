package io.github.hybridnet.failover;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.gate.PathProof;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.Proof;
import io.github.hybridnet.failover.lever.LeverRefusedException;
import java.time.Duration;

/**
 * The time without ExpressRoute: from the lever to the end of the hold. Whatever happens in it, it
 * comes to an end, and what went wrong is in the logbook.
 */
final class Away {
  /** ExpressRoute was not taken away, whatever Azure says of the lever. */
  static final String NEVER_AWAY = "HN5021";

  private static final String PUT_BACK_ELSEWHERE = "somebody put it back with hybridnet:restore.";

  /** How long a target may not be reached while failed over before the drill is given up. */
  private static final Duration LOST = Duration.ofSeconds(10);

  private final DrillParts parts;
  private final Watch watch;
  private final Logbook logbook;
  private final Times times;

  Away(DrillParts parts, Watch watch, Logbook logbook, Times times) {
    this.parts = parts;
    this.watch = watch;
    this.logbook = logbook;
    this.times = times;
  }

  /** How the time without ExpressRoute ended. */
  private enum Ending {
    /** By itself, or by a failure that the logbook has. */
    BY_ITSELF,
    /** The time box was over. */
    TIME_OVER,
    /** Somebody stopped the build. */
    STOPPED
  }

  /**
   * Takes ExpressRoute away and watches the VPN take over.
   *
   * @param before what was read over ExpressRoute
   * @return whether somebody stopped the build meanwhile
   */
  boolean go(PathReading before) {
    logbook.mark(Mark.LEVER);
    Ending ending = within(times.lever(), this::pull);
    if (ending == Ending.TIME_OVER) {
      tooSlow();
    } else if (logbook.marks().at(Mark.TAKEN_AWAY).isPresent() && ending == Ending.BY_ITSELF) {
      ending = within(times.most(), () -> watched(before));
      if (ending == Ending.TIME_OVER) {
        tooLong();
      }
    }
    if (ending == Ending.STOPPED) {
      logbook.fail(
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
  private Ending within(Duration most, Part part) {
    TimeBox box = new TimeBox(parts.clocks().alarm(), most);
    Ending ending = Ending.BY_ITSELF;
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
    return box.isOver() ? Ending.TIME_OVER : Ending.STOPPED;
  }

  private void tooSlow() {
    logbook.fail(
        "HN5076",
        "Azure has not taken ExpressRoute away in "
            + TimeText.limit(times.lever())
            + ", so that the drill is given up.",
        "Set hybridnet.failover.leverTimeout greater, or run the drill when Azure is faster");
  }

  private void tooLong() {
    logbook.fail(
        "HN5025",
        "The drill was not through "
            + TimeText.limit(times.most())
            + " after Azure had taken ExpressRoute away, the most that is allowed.",
        "Set hybridnet.failover.maxDuration greater than the failover and hybridnet.failover.hold"
            + " take together");
  }

  private void failed(Throwable failure) {
    if (failure instanceof LeverRefusedException refused) {
      Verdict.Finding finding = refused.finding();
      logbook.fail(finding.code(), finding.text(), finding.fix());
    } else if (failure instanceof CloudException cloud) {
      logbook.fail(
          "HN5026",
          "Azure refused or failed while ExpressRoute was being taken away: "
              + cloud.inWords()
              + ".",
          "See what Azure says, and run the drill again");
    } else {
      logbook.fail(
          "HN5028",
          "The plugin failed in a way that it should not: "
              + failure.getClass().getSimpleName()
              + ".",
          "Report it with what -X shows");
    }
  }

  private void pull() throws InterruptedException {
    logbook.begin(Step.LEVER, "ExpressRoute is taken away: " + parts.lever().kind().label());
    parts.lever().pull(Call.within(times.lever()));
    logbook.mark(Mark.TAKEN_AWAY);
    logbook.info("Azure has completed the operation.");
  }

  private void watched(PathReading before) throws InterruptedException {
    if (takesOver(before)) {
      hold(before);
    }
  }

  private boolean takesOver(PathReading before) throws InterruptedException {
    logbook.begin(Step.FAILED_OVER, "The VPN takes over");
    Duration until = logbook.at(Mark.TAKEN_AWAY).plus(times.failover());
    Watch.Wait gone = watch.until(until, now -> PathProof.expressRouteGone(now));
    if (!gone.reached()) {
      neverWentAway(parts.safety().isUndoneElsewhere() ? PUT_BACK_ELSEWHERE : gone.last());
      return false;
    }
    logbook.info(gone.last());
    Watch.Wait carried = watch.untilReached(until, now -> PathProof.onVpn(now, before));
    if (!carried.reached() && parts.safety().isUndoneElsewhere()) {
      neverWentAway(PUT_BACK_ELSEWHERE);
      return false;
    }
    if (!carried.reached()) {
      logbook.fail(
          "HN5020",
          "The VPN did not take over in "
              + TimeText.limit(times.failover())
              + ": "
              + carried.last(),
          "See the VPN connection, the on-premises device and its routes; the timeline shows what"
              + " was reached when");
      return false;
    }
    logbook.mark(Mark.FAILED_OVER);
    watch.inside().ask(InsideWatch.Phase.FAILED_OVER);
    logbook.info(carried.last());
    return true;
  }

  private void neverWentAway(String seen) {
    logbook.fail(
        NEVER_AWAY,
        "ExpressRoute did not go away, so that nothing is proved: " + seen,
        "See whether another circuit or connection carries the traffic, or use another"
            + " hybridnet.failover.disconnect");
  }

  private void hold(PathReading before) throws InterruptedException {
    logbook.begin(Step.HOLD, "The network stays on the VPN for " + TimeText.limit(times.hold()));
    Duration until = logbook.at(Mark.FAILED_OVER).plus(times.hold());
    boolean seen = watch.hasProbes();
    while (logbook.time().now().compareTo(until) < 0) {
      watch.pause(until);
      if (parts.safety().isUndoneElsewhere()) {
        neverWentAway(PUT_BACK_ELSEWHERE);
        return;
      }
      PathReading now = watch.read();
      Proof gone = PathProof.expressRouteGone(now);
      Proof vpn = PathProof.onVpn(now, before);
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
  private boolean isOver(Proof gone, Proof vpn) {
    if (gone.answer() == Proof.Answer.NO) {
      neverWentAway("it came back while failed over: " + gone.text());
      return true;
    }
    if (vpn.answer() == Proof.Answer.NO) {
      stoppedCarrying(vpn.text());
      return true;
    }
    Duration lost = watch.longestLoss(logbook.at(Mark.FAILED_OVER));
    if (lost.compareTo(LOST) > 0) {
      stoppedCarrying("a target was not reached for " + TimeText.span(lost));
      return true;
    }
    return false;
  }

  private void stoppedCarrying(String seen) {
    logbook.fail(
        "HN5024",
        "The VPN was not seen to carry the traffic while the network was held on it: " + seen,
        "See the VPN connection and the on-premises device before the next drill");
  }
}
