package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.engine.OperationOutcome;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.util.Set;

/** The effect of a fault rule. */
sealed interface FaultEffect {

  /** Its name in rules. */
  String name();

  /** When it can happen; the first is the default. */
  Set<FaultPhase> phases();

  /** Whether there must be an answer before it can happen. */
  default boolean needsAnswer() {
    return false;
  }

  /** An effect on the answer to a request. */
  non-sealed interface AnswerEffect extends FaultEffect {

    /** The answer that the client gets. */
    ServerResponse answer(FaultContext faultContext);
  }

  /** An effect on the end of an operation. */
  non-sealed interface OperationEffect extends FaultEffect {

    /** How an operation on a resource of this type ends. */
    OperationOutcome outcome(String type);
  }

  /**
   * A delay before the answer.
   *
   * @param time how much
   * @param simulated whether in simulated time
   */
  record Delay(Duration time, boolean simulated) implements FaultEffect {
    @Override
    public String name() {
      return "delay";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.OF_REQUESTS;
    }
  }

  /**
   * Limits on requests, as Resource Manager and the network provider have them.
   *
   * @param limits the numbers
   */
  record RequestThrottling(ThrottlingLimits limits) implements FaultEffect {
    @Override
    public String name() {
      return "throttle";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.BEFORE;
    }
  }
}
