package io.github.hybridnet.simulator.junit;

/** How long a simulator runs. */
public enum Lifecycle {
  /** One for all tests of the class, which share its state. */
  PER_CLASS,
  /** One for each test, which begins empty. */
  PER_METHOD
}
