package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import java.time.Duration;
import java.time.Instant;

/** One wait: its way of asking, its end, and how many answers were lost. */
final class OperationWait {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** How many answers in a row may be missing; with the pauses between them, some minutes. */
  private static final int LOST_ANSWERS = 10;

  /** How often in a row there may be no token that is taken, or none at all. */
  private static final int REFUSED_TOKENS = 3;

  private final LongRunningOperations with;
  private final OperationPoller fallback;
  private final OperationTarget operationTarget;
  private final Duration limit;
  private final Instant deadline;
  private final StuckOperationDetector stuck;
  private OperationPoller operationPoller;
  private int lost;

  OperationWait(
      LongRunningOperations with,
      OperationPoller operationPoller,
      OperationTarget operationTarget,
      Duration limit) {
    Instant now = with.clock().instant();
    this.with = with;
    this.fallback =
        operationPoller instanceof ResourceStatePoller
            ? operationPoller
            : new ResourceStatePoller(operationTarget);
    this.operationPoller = operationPoller;
    this.operationTarget = operationTarget;
    this.limit = limit;
    this.deadline = now.plus(limit);
    this.stuck = new StuckOperationDetector(operationTarget, now);
  }

  void untilDone(Duration first) throws InterruptedException {
    Duration delay = first;
    while (true) {
      pause(delay);
      PollResult pollResult = look();
      if (isEnd(pollResult)) {
        return;
      }
      boolean running = pollResult.phase() == PollResult.Phase.RUNNING;
      if (!running) {
        operationPoller = fallback;
      }
      delay = pollResult.askAgainIn().orElse(running ? USUAL : SHORTEST);
    }
  }

  private boolean isEnd(PollResult pollResult) {
    return pollResult.phase() == PollResult.Phase.DONE
        && (operationPoller == fallback || !operationTarget.goal().isConfirmedByResource());
  }

  private PollResult look() throws InterruptedException {
    try {
      PollResult pollResult = operationPoller.look();
      lost = 0;
      boolean asksOperation =
          pollResult.phase() == PollResult.Phase.RUNNING && operationPoller != fallback;
      return asksOperation && stuck.isOverAt(with.clock().instant())
          ? PollResult.of(PollResult.Phase.LOST)
          : pollResult;
    } catch (CloudException failure) {
      CloudErrorTranslator.requireNoInterruption(failure);
      lost++;
      if (lost > bearable(failure)) {
        throw failure;
      }
      return new PollResult(PollResult.Phase.RUNNING, failure.retryAfter());
    }
  }

  /** How many of such answers in a row are borne; none of those that tell how it ended. */
  private static int bearable(CloudException failure) {
    if (failure.isSignInLost()) {
      return REFUSED_TOKENS;
    }
    if (failure.code().equals(CloudErrorTranslator.ENDPOINT_GONE)) {
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
            + operationTarget.what()
            + " was not "
            + (operationTarget.goal() == OperationTarget.ExpectedOutcome.GONE ? "gone" : "finished")
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
