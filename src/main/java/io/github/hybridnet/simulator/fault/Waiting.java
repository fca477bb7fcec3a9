package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.state.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds up the thread of a request. */
final class Waiting {
  /** Simulated time may jump at any moment. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private Waiting() {}

  /** The server ends while somebody waits. */
  static final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndedException(InterruptedException cause) {
      super(cause);
    }
  }

  static void all(List<RuleState> delays, SimulatedClock clock) {
    for (RuleState state : delays) {
      if (state.rule.effect() instanceof Effect.Delay delay) {
        await(delay, clock);
      }
    }
  }

  private static void await(Effect.Delay delay, SimulatedClock clock) {
    try {
      if (!delay.simulated()) {
        Thread.sleep(delay.time().toMillis());
        return;
      }
      Instant end = clock.now().plus(delay.time());
      for (Instant now = clock.now(); now.isBefore(end); now = clock.now()) {
        Duration left = clock.toWall(Duration.between(now, end));
        Thread.sleep(Math.max(1, Math.min(LOOK.toMillis(), left.toMillis())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndedException(e);
    }
  }
}
