package io.github.hybridnet.engine.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Looks again and again until a condition is reached or the time is over. Where the condition is
 * worded and what its end means is the caller's business.
 */
public final class Poller {
  private final InstantSource clock;
  private final Sleeper sleeper;

  /**
   * Creates a poller on a clock.
   *
   * @param clock measures how long a wait has lasted
   * @param sleeper lets the pauses pass
   */
  public Poller(InstantSource clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * A poller that measures its pauses alone, so that slow answers leave no look out: a limit of
   * {@code n} pauses allows {@code n + 1} looks.
   *
   * @param sleeper lets the pauses pass
   */
  public static Poller ofPauses(Sleeper sleeper) {
    return new Poller(() -> Instant.EPOCH, sleeper);
  }

  /**
   * Looks at once, and then after each pause. The last look is at the limit: no pause is longer
   * than the time that is left. One look is made however short the limit is.
   *
   * @param limit how long the wait may last, from now
   * @throws InterruptedException when the build is stopped, by a look or in a pause
   */
  public <T> PollOutcome<T> await(PolledCondition<T> condition, Backoff backoff, Duration limit)
      throws InterruptedException {
    ElapsedTime elapsed = new ElapsedTime(clock);
    for (int look = 1; ; look++) {
      T seen = condition.look();
      Duration waited = elapsed.now();
      if (condition.isReached(seen)) {
        return new PollOutcome<>(seen, true, waited);
      }
      Duration left = limit.minus(waited);
      if (left.isZero() || left.isNegative()) {
        return new PollOutcome<>(seen, false, waited);
      }
      condition.waiting(seen, waited);
      Duration pause = condition.askedPause(seen).orElse(backoff.pause(look));
      elapsed.sleep(sleeper, pause.compareTo(left) < 0 ? pause : left);
    }
  }
}
