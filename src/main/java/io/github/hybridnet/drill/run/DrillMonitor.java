package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathSource;
import io.github.hybridnet.drill.path.ProofResult;
import io.github.hybridnet.drill.probe.ProbeSession;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
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
    Duration left = until.minus(drillLog.time().now());
    PathLook last =
        drillLog
            .time()
            .poller()
            .await(new AwaitedPaths(until, pathCondition, withProbes), Backoff.fixed(poll), left)
            .last();
    return new WaitResult(last.reached(), last.seen());
  }

  /**
   * One look at both paths.
   *
   * @param proved whether the gateways say what is waited for
   * @param reached whether the probes agree, where they are waited for too
   * @param seen what was seen, as a sentence
   */
  private record PathLook(boolean proved, boolean reached, String seen) {}

  /** A condition about both paths, and a line a minute for who watches. */
  private final class AwaitedPaths implements PolledCondition<PathLook> {
    private final Duration until;
    private final PathCondition pathCondition;
    private final boolean withProbes;
    private Optional<Duration> since = Optional.empty();
    private Duration told = drillLog.time().now();

    AwaitedPaths(Duration until, PathCondition pathCondition, boolean withProbes) {
      this.until = until;
      this.pathCondition = pathCondition;
      this.withProbes = withProbes;
    }

    @Override
    public PathLook look() throws InterruptedException {
      PathReading reading = read();
      ProofResult proofResult = pathCondition.check(reading);
      // Probes count from the first of the readings in a row that say so.
      since = proofResult.holds() ? since.or(() -> Optional.of(reading.at())) : Optional.empty();
      boolean proved = since.isPresent();
      boolean reached = proved && (!withProbes || isReachedSoon(since.get(), until));
      return new PathLook(proved, reached, proved && !reached ? NO_ANSWERS : proofResult.text());
    }

    @Override
    public boolean isReached(PathLook seen) {
      return seen.reached();
    }

    /** While only the probes are waited for, looking at them has taken the pause. */
    @Override
    public Optional<Duration> askedPause(PathLook seen) {
      return seen.proved() ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    @Override
    public void waiting(PathLook seen, Duration waited) {
      Duration now = drillLog.time().now();
      if (now.minus(told).compareTo(TELL) >= 0) {
        Duration left = Duration.ofSeconds(until.minus(now).toSeconds());
        drillLog.info(DrillMessages.stillWaiting(left, seen.seen()));
        told = now;
      }
    }
  }

  /** Probes are looked at more often than the gateways are asked. */
  private boolean isReachedSoon(Duration since, Duration until) throws InterruptedException {
    Duration next = drillLog.time().now().plus(poll);
    return awaitProbes(since, next.compareTo(until) < 0 ? next : until);
  }

  /** Waits until all targets are reached by probes that were begun since a moment. */
  boolean awaitProbes(Duration since, Duration end) throws InterruptedException {
    return drillLog
        .time()
        .poller()
        .await(
            PolledCondition.of(() -> isReached(since), reached -> reached),
            Backoff.fixed(GLANCE),
            end.minus(drillLog.time().now()))
        .isReached();
  }

  /** Waits until the next look, or less where the time is over before. */
  void pause(Duration until) throws InterruptedException {
    Duration left = until.minus(drillLog.time().now());
    Duration pause = left.compareTo(poll) < 0 ? left : poll;
    drillLog.time().sleeper().sleep(pause.isNegative() ? Duration.ZERO : pause);
  }
}
