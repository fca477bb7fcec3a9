package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One wait for the end of an operation. The operation is polled first. Where its state is unknown
 * or not sufficient, the resource is polled.
 */
final class OperationWait implements PolledCondition<PollResult> {
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

  /**
   * Waits until the operation has ended.
   *
   * @param first the pause before the first question; zero means one second
   * @throws CloudException when the operation failed, or the limit is over
   * @throws InterruptedException when the build is stopped
   */
  void untilDone(Duration first) throws InterruptedException {
    Duration pause = shorter(bounded(first), left());
    if (pause.isZero() || pause.isNegative()) {
      throw timedOut();
    }
    with.sleeper().sleep(pause);
    boolean ended =
        new Poller(with.clock(), with.sleeper())
            .await(this, Backoff.fixed(USUAL), left())
            .isReached();
    if (!ended) {
      throw timedOut();
    }
  }

  private Duration left() {
    return Duration.between(with.clock().instant(), deadline);
  }

  @Override
  public boolean isReached(PollResult pollResult) {
    return pollResult.phase() == PollResult.Phase.DONE
        && (operationPoller == fallback || !operationTarget.expected().isConfirmedByResource());
  }

  @Override
  public void waiting(PollResult pollResult, Duration waited) {
    if (pollResult.phase() != PollResult.Phase.RUNNING) {
      operationPoller = fallback;
    }
  }

  @Override
  public Optional<Duration> askedPause(PollResult pollResult) {
    Duration usual = pollResult.phase() == PollResult.Phase.RUNNING ? USUAL : SHORTEST;
    return Optional.of(bounded(pollResult.askAgainIn().orElse(usual)));
  }

  private static Duration bounded(Duration wanted) {
    Duration asked = wanted.isZero() ? FIRST : wanted;
    return shorter(LONGEST, asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked);
  }

  @Override
  public PollResult look() throws InterruptedException {
    try {
      PollResult pollResult = operationPoller.poll();
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

  /** How many such failures in a row are tolerated; zero for one that is the operation's result. */
  private static int bearable(CloudException failure) {
    if (failure.isSignInLost()) {
      return REFUSED_TOKENS;
    }
    if (failure.code().equals(OwnErrorCode.ENDPOINT_GONE)) {
      return 0;
    }
    boolean refused = failure.kind() == Kind.BUSY && failure.status() >= 400;
    boolean lost = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.UNREADABLE;
    return lost || refused ? LOST_ANSWERS : 0;
  }

  private CloudException timedOut() {
    boolean removal = operationTarget.expected() == OperationTarget.ExpectedOutcome.DELETED;
    return CloudException.ofOurs(
        Kind.TIMED_OUT,
        OwnErrorCode.STILL_RUNNING,
        "The "
            + operationTarget.what()
            + " was not "
            + (removal ? "deleted" : "finished")
            + " within "
            + DurationText.words(limit)
            + ". Azure continues it. Run the goal again to wait for it.");
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
