package io.github.hybridnet.simulator.arm;

/** Decides what comes of operations. */
@FunctionalInterface
public interface Fates {
  /** Every operation ends as its work does. */
  Fates NATURAL = operation -> Fate.NATURAL;

  /**
   * Called under the store's lock when an operation is due, and again when it is due after it was
   * postponed. The operation's {@code due} is the simulated time of now.
   */
  Fate judge(RunningOperation operation);
}
