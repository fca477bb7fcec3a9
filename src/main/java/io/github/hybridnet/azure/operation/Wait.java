package io.github.hybridnet.azure.operation;

import io.github.hybridnet.azure.http.Interruptions;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import java.time.Duration;
import java.time.Instant;

/** One wait: its way of asking, its end, and how many answers were lost. */
final class Wait {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** How many answers in a row may be missing; with the pauses between them, some minutes. */
  private static final int LOST_ANSWERS = 10;

  /** How often in a row there may be no token that is taken, or none at all. */
  private static final int REFUSED_TOKENS = 3;

  private final LongRunningOperations with;
  private final Probe fallback;
  private final Target target;
  private final Duration limit;
  private final Instant deadline;
  private final StuckOperation stuck;
  private Probe probe;
  private int lost;

  Wait(LongRunningOperations with, Probe probe, Target target, Duration limit) {
    Instant now = with.clock().instant();
    this.with = with;
    this.fallback = probe instanceof StateProbe ? probe : new StateProbe(target);
    this.probe = probe;
    this.target = target;
    this.limit = limit;
    this.deadline = now.plus(limit);
    this.stuck = new StuckOperation(target, now);
  }

  void untilDone(Duration first) throws InterruptedException {
    Duration delay = first;
    while (true) {
      pause(delay);
      Progress progress = look();
      if (isEnd(progress)) {
        return;
      }
      boolean running = progress.phase() == Progress.Phase.RUNNING;
      if (!running) {
        probe = fallback;
      }
      delay = progress.askAgainIn().orElse(running ? USUAL : SHORTEST);
    }
  }

  private boolean isEnd(Progress progress) {
    return progress.phase() == Progress.Phase.DONE
        && (probe == fallback || !target.goal().isConfirmedByResource());
  }

  private Progress look() throws InterruptedException {
    try {
      Progress progress = probe.look();
      lost = 0;
      boolean asksOperation = progress.phase() == Progress.Phase.RUNNING && probe != fallback;
      return asksOperation && stuck.isOverAt(with.clock().instant())
          ? Progress.of(Progress.Phase.LOST)
          : progress;
    } catch (RuntimeException thrown) {
      Interruptions.rethrow(thrown);
      CloudException failure = with.errors().of(thrown);
      lost++;
      if (lost > bearable(failure)) {
        throw failure;
      }
      return new Progress(Progress.Phase.RUNNING, failure.retryAfter());
    }
  }

  /** How many of such answers in a row are borne; none of those that tell how it ended. */
  private static int bearable(CloudException failure) {
    if (failure.isSignInLost()) {
      return REFUSED_TOKENS;
    }
    if (failure.code().equals(ServiceErrors.ENDPOINT_GONE)) {
      return 0;
    }
    boolean refused = failure.kind() == Kind.BUSY && failure.status() >= 400;
    boolean lost = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.UNREADABLE;
    return lost || refused ? LOST_ANSWERS : 0;
  }

  private void pause(Duration wanted) throws InterruptedException {
    Duration left = Duration.between(with.clock().instant(), deadline);
    if (left.isZero() || left.isNegative()) {
      throw timedOut();
    }
    Duration asked = wanted.isZero() ? FIRST : wanted;
    Duration bounded = shorter(LONGEST, asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked);
    with.sleeper().sleep(shorter(bounded, left));
  }

  private CloudException timedOut() {
    return new CloudException(
        Kind.TIMED_OUT,
        "StillRunning",
        "The "
            + target.what()
            + " was not "
            + (target.goal() == Target.Goal.GONE ? "gone" : "finished")
            + " within "
            + inWords(limit)
            + ". Azure goes on with it; run the goal again to wait for it.",
        CloudException.Answer.NONE,
        null);
  }

  static String inWords(Duration duration) {
    long minutes = duration.toMinutes();
    long count = minutes == 0 ? Math.max(0, duration.toSeconds()) : minutes;
    String unit = minutes == 0 ? "second" : "minute";
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
