package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.Fate;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.util.Set;

/** What goes wrong. */
sealed interface Effect {

  /** Its name in rules. */
  String name();

  /** When it can happen; the first is the default. */
  Set<Phase> phases();

  /** Whether there must be an answer before it can happen. */
  default boolean needsAnswer() {
    return false;
  }

  /** An effect on the answer to a request. */
  non-sealed interface OnAnswer extends Effect {

    /** The answer that the client gets. */
    Response answer(Situation situation);
  }

  /** An effect on the end of an operation. */
  non-sealed interface OnOperation extends Effect {

    /** What comes of an operation on a resource of this type. */
    Fate fate(String type);
  }

  /**
   * Time that passes.
   *
   * @param time how much
   * @param simulated whether in simulated time
   */
  record Delay(Duration time, boolean simulated) implements Effect {
    @Override
    public String name() {
      return "delay";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.OF_REQUESTS;
    }
  }

  /**
   * Limits on requests, as Resource Manager and the network provider have them.
   *
   * @param limits the numbers
   */
  record Throttle(Limits limits) implements Effect {
    @Override
    public String name() {
      return "throttle";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.BEFORE;
    }
  }
}
