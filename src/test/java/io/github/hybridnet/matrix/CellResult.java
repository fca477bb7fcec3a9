package io.github.hybridnet.matrix;

import java.time.Duration;
import java.util.List;

/**
 * What came of a goal.
 *
 * @param cell what was tried
 * @param refusal the message with which the goal stopped; empty if it ended well
 * @param waited how long it took, in simulated time
 * @param faults what is wrong with that, each in a sentence
 */
record CellResult(MatrixCell cell, String refusal, Duration waited, List<String> faults) {

  private static final String HANGS = "does not end";

  /** One that was still at it after so long, in real time. */
  static CellResult hung(MatrixCell cell, Duration after) {
    return new CellResult(cell, "", after, List.of(HANGS));
  }

  boolean isHung() {
    return faults.contains(HANGS);
  }

  boolean isRight() {
    return faults.isEmpty();
  }
}
