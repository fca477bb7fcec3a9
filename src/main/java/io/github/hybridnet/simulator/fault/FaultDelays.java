package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds up the thread of a request. */
final class FaultDelays {
  /** Simulated time may jump at any moment. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private FaultDelays() {}

  /** The server ends while somebody waits. */
  static final class ServerStoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerStoppingException(InterruptedException cause) {
      super(cause);
    }
  }

  static void all(List<RuleState> delays, SimulatedClock clock) {
    for (RuleState state : delays) {
      if (state.rule.effect() instanceof FaultEffect.Delay delay) {
        await(state, delay, clock);
      }
    }
  }

  /** Until the time is over or the rule is taken away. */
  private static void await(RuleState state, FaultEffect.Delay delay, SimulatedClock clock) {
    try {
      if (!delay.simulated()) {
        var unused = state.hold(delay.time());
        return;
      }
      Instant end = clock.now().plus(delay.time());
      for (Instant now = clock.now(); now.isBefore(end); now = clock.now()) {
        long left = clock.toWall(Duration.between(now, end)).toMillis();
        if (!state.hold(Duration.ofMillis(Math.max(1, Math.min(LOOK.toMillis(), left))))) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerStoppingException(e);
    }
  }
}
