package io.github.hybridnet.azure.operation;

import io.github.hybridnet.azure.http.Interruptions;
import io.github.hybridnet.azure.operation.Target.Goal;
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

  private final LongRunningOperations with;
  private final Probe fallback;
  private final Target target;
  private final Duration limit;
  private final Instant deadline;
  private Probe probe;
  private int lost;

  Wait(LongRunningOperations with, Probe probe, Target target, Duration limit) {
    this.with = with;
    this.fallback = new StateProbe(target);
    this.probe = probe;
    this.target = target;
    this.limit = limit;
    this.deadline = with.clock().instant().plus(limit);
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

  /** A removal is at its end when the resource is gone, not when its operation says so. */
  private boolean isEnd(Progress progress) {
    return progress.phase() == Progress.Phase.DONE
        && (probe == fallback || target.goal() != Goal.GONE);
  }

  private Progress look() throws InterruptedException {
    try {
      Progress progress = probe.look();
      lost = 0;
      return progress;
    } catch (RuntimeException thrown) {
      Interruptions.rethrow(thrown);
      CloudException failure = with.errors().of(thrown);
      boolean passing = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.BUSY;
      if (!passing || ++lost > LOST_ANSWERS) {
        throw failure;
      }
      return new Progress(Progress.Phase.RUNNING, failure.retryAfter());
    }
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
            + " was not finished within "
            + limit.toMinutes()
            + " minutes. Azure goes on with it; run the goal again to wait for it.",
        CloudException.Answer.NONE,
        null);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
