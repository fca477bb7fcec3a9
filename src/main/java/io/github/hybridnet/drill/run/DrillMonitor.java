package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathSource;
import io.github.hybridnet.drill.path.ProofResult;
import io.github.hybridnet.drill.probe.ProbeSession;
import java.time.Duration;
import java.util.Optional;

/** What is looked at while a drill goes on: both paths, the probes, and what Azure sees. */
final class DrillMonitor {
  /** So many probes of each target in a row have to succeed for it to count as reached. */
  private static final int IN_A_ROW = 3;

  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final Duration TELL = Duration.ofMinutes(1);
  private static final String NO_ANSWERS =
      "the gateways report the expected path, but the probes do not succeed.";

  /** Asking for routes is an operation of some seconds in Azure. */
  static final Duration ANSWERS = Duration.ofSeconds(60);

  private final PathSource pathSource;
  private final ProbeSession probeSession;
  private final DrillLog drillLog;
  private final Duration poll;
  private final InsideObserver inside;

  /** Asks something of a reading. */
  @FunctionalInterface
  interface PathCondition {
    /** The answer, with what was seen. */
    ProofResult check(PathReading reading);
  }

  /**
   * What came of waiting.
   *
   * @param reached whether it came to be so
   * @param last what was last seen
   */
  record WaitResult(boolean reached, String last) {}

  DrillMonitor(
      PathSource pathSource,
      ProbeSession probeSession,
      DrillLog drillLog,
      Duration poll,
      InsideObserver inside) {
    this.pathSource = pathSource;
    this.probeSession = probeSession;
    this.drillLog = drillLog;
    this.poll = poll;
    this.inside = inside;
  }

  /** Who is asked what Azure sees from inside the network. */
  InsideObserver inside() {
    return inside;
  }

  PathReading read() throws InterruptedException {
    PathReading reading = pathSource.read(ANSWERS);
    drillLog.add(reading);
    return reading;
  }

  /**
   * The longest time since a moment in which a target was not reached, also while Azure was asked.
   */
  Duration longestLoss(Duration moment) {
    return drillLog.longestLoss(moment);
  }

  boolean hasProbes() {
    return !probeSession.targets().isEmpty();
  }

  /** Whether the latest probes of each target succeeded, all begun since a moment. */
  boolean isReached(Duration since) {
    return !hasProbes() || probeSession.allUp(since, IN_A_ROW);
  }

  /**
   * Reads both paths again and again until they are so.
   *
   * @param until when to give up, since the drill's begin
   */
  WaitResult awaitPaths(Duration until, PathCondition pathCondition) throws InterruptedException {
    return awaitPaths(until, pathCondition, false);
  }

  /** The same, until the probes succeed too that were begun since then. */
  WaitResult awaitPathsAndProbes(Duration until, PathCondition pathCondition)
      throws InterruptedException {
    return awaitPaths(until, pathCondition, true);
  }

  private WaitResult awaitPaths(Duration until, PathCondition pathCondition, boolean withProbes)
      throws InterruptedException {
    Optional<Duration> since = Optional.empty();
    Duration reported = drillLog.time().now();
    while (true) {
      PathReading reading = read();
      ProofResult proofResult = pathCondition.check(reading);
      // Probes count from the first of the readings in a row that say so.
      since = proofResult.holds() ? since.or(() -> Optional.of(reading.at())) : Optional.empty();
      boolean reached = !withProbes || (since.isPresent() && isReachedSoon(since.get(), until));
      if (since.isPresent() && reached) {
        return new WaitResult(true, proofResult.text());
      }
      if (drillLog.time().now().compareTo(until) >= 0) {
        return new WaitResult(false, since.isPresent() ? NO_ANSWERS : proofResult.text());
      }
      reported =
          reportStillWaiting(reported, until, since.isPresent() ? NO_ANSWERS : proofResult.text());
      if (since.isEmpty()) {
        pause(until);
      }
    }
  }

  /** Writes a line a minute, and returns when the latest one was written. */
  private Duration reportStillWaiting(Duration reported, Duration until, String seen) {
    Duration now = drillLog.time().now();
    if (now.minus(reported).compareTo(TELL) < 0) {
      return reported;
    }
    Duration left = Duration.ofSeconds(until.minus(now).toSeconds());
    drillLog.info(DrillMessages.stillWaiting(left, seen));
    return now;
  }

  /** Probes are looked at more often than the gateways are asked. */
  private boolean isReachedSoon(Duration since, Duration until) throws InterruptedException {
    Duration next = drillLog.time().now().plus(poll);
    return awaitProbes(since, next.compareTo(until) < 0 ? next : until);
  }

  /** Waits until all targets are reached by probes that were begun since a moment. */
  boolean awaitProbes(Duration since, Duration end) throws InterruptedException {
    while (!isReached(since) && drillLog.time().now().compareTo(end) < 0) {
      drillLog.time().sleeper().sleep(GLANCE);
    }
    return isReached(since);
  }

  /** Waits until the next look, or less where the time is over before. */
  void pause(Duration until) throws InterruptedException {
    Duration left = until.minus(drillLog.time().now());
    Duration pause = left.compareTo(poll) < 0 ? left : poll;
    drillLog.time().sleeper().sleep(pause.isNegative() ? Duration.ZERO : pause);
  }
}
