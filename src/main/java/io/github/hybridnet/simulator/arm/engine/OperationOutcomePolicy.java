package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.id.RunningOperation;

/** Decides how operations end. */
@FunctionalInterface
public interface OperationOutcomePolicy {
  /** Every operation ends as its work does. */
  OperationOutcomePolicy NATURAL = operation -> OperationOutcome.NATURAL;

  /**
   * Called under the store's lock when an operation is due, and again when it is due after it was
   * postponed. The operation's {@code due} is the simulated time of now.
   */
  OperationOutcome decide(RunningOperation operation);
}
