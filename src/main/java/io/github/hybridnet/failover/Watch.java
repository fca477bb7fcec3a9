package io.github.hybridnet.failover;

import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.Proof;
import io.github.hybridnet.failover.probe.Probing;
import java.time.Duration;
import java.util.Optional;

/** What is looked at while a drill goes on: both paths, the probes, and what Azure sees. */
final class Watch {
  /** So many probes of each target in a row have to succeed for it to count as reached. */
  private static final int IN_A_ROW = 3;

  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final Duration TELL = Duration.ofMinutes(1);
  private static final String NO_ANSWERS = "the probes do not succeed";

  /** Asking for routes is an operation of some seconds in Azure. */
  static final Duration ANSWERS = Duration.ofSeconds(60);

  private final Paths paths;
  private final Probing probing;
  private final Logbook logbook;
  private final Duration poll;
  private final InsideWatch inside;

  /** Asks something of a reading. */
  @FunctionalInterface
  interface Question {
    /** The answer, with what was seen. */
    Proof ask(PathReading reading);
  }

  /**
   * What came of waiting.
   *
   * @param reached whether it came to be so
   * @param last what was last seen
   */
  record Wait(boolean reached, String last) {}

  Watch(Paths paths, Probing probing, Logbook logbook, Duration poll, InsideWatch inside) {
    this.paths = paths;
    this.probing = probing;
    this.logbook = logbook;
    this.poll = poll;
    this.inside = inside;
  }

  /** Who is asked what Azure sees from inside the network. */
  InsideWatch inside() {
    return inside;
  }

  PathReading read() throws InterruptedException {
    PathReading reading = paths.read(ANSWERS);
    logbook.add(reading);
    return reading;
  }

  /**
   * The longest time since a moment in which a target was not reached, also while Azure was asked.
   */
  Duration longestLoss(Duration moment) {
    return logbook.longestLoss(moment);
  }

  boolean hasProbes() {
    return !probing.targets().isEmpty();
  }

  /** Whether the latest probes of each target succeeded, all begun since a moment. */
  boolean isReached(Duration since) {
    return !hasProbes() || probing.allUp(since, IN_A_ROW);
  }

  /**
   * Reads both paths again and again until they are so.
   *
   * @param until when to give up, since the drill's begin
   */
  Wait until(Duration until, Question question) throws InterruptedException {
    return until(until, question, false);
  }

  /** The same, until the probes succeed too that were begun since then. */
  Wait untilReached(Duration until, Question question) throws InterruptedException {
    return until(until, question, true);
  }

  private Wait until(Duration until, Question question, boolean withProbes)
      throws InterruptedException {
    Optional<Duration> since = Optional.empty();
    Duration told = logbook.time().now();
    while (true) {
      PathReading reading = read();
      Proof proof = question.ask(reading);
      // Probes count from the first of the readings in a row that say so.
      since = proof.holds() ? since.or(() -> Optional.of(reading.at())) : Optional.empty();
      boolean reached = !withProbes || (since.isPresent() && isReachedSoon(since.get(), until));
      if (since.isPresent() && reached) {
        return new Wait(true, proof.text());
      }
      if (logbook.time().now().compareTo(until) >= 0) {
        return new Wait(false, since.isPresent() ? NO_ANSWERS : proof.text());
      }
      told = tellStillWaiting(told, until, since.isPresent() ? NO_ANSWERS : proof.text());
      if (since.isEmpty()) {
        pause(until);
      }
    }
  }

  /** A line a minute for who watches; when the latest one was told. */
  private Duration tellStillWaiting(Duration told, Duration until, String seen) {
    Duration now = logbook.time().now();
    if (now.minus(told).compareTo(TELL) < 0) {
      return told;
    }
    Duration left = Duration.ofSeconds(until.minus(now).toSeconds());
    logbook.info("Still waiting, at most " + TimeText.limit(left) + " more: " + seen);
    return now;
  }

  /** Probes are looked at more often than the gateways are asked. */
  private boolean isReachedSoon(Duration since, Duration until) throws InterruptedException {
    Duration next = logbook.time().now().plus(poll);
    return comesToBeReached(since, next.compareTo(until) < 0 ? next : until);
  }

  /** Waits until all targets are reached by probes that were begun since a moment. */
  boolean comesToBeReached(Duration since, Duration end) throws InterruptedException {
    while (!isReached(since) && logbook.time().now().compareTo(end) < 0) {
      logbook.time().sleeper().sleep(GLANCE);
    }
    return isReached(since);
  }

  /** Waits until the next look, or less where the time is over before. */
  void pause(Duration until) throws InterruptedException {
    Duration left = until.minus(logbook.time().now());
    Duration pause = left.compareTo(poll) < 0 ? left : poll;
    logbook.time().sleeper().sleep(pause.isNegative() ? Duration.ZERO : pause);
  }
}
