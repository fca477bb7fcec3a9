package io.github.hybridnet.simulator.junit;

/** For how long a simulator lasts. */
public enum Lifecycle {
  /** One for all tests of the class, which share its state. */
  PER_CLASS,
  /** One for each test, which begins empty. */
  PER_METHOD
}
