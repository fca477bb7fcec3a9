package io.github.hybridnet.simulator.fault;

/** When in the course of a request or operation a fault happens. */
enum FaultPhase {
  /** Before anything is done: nothing changes. */
  BEFORE("before"),

  /** After a request was carried out, before it is answered. */
  AFTER("after"),

  /** When the state of an operation is asked for. */
  POLLING("polling"),

  /** When an operation is due to end. */
  FINAL("final");

  final String word;

  FaultPhase(String word) {
    this.word = word;
  }
}
