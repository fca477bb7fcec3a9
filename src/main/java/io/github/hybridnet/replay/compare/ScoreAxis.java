package io.github.hybridnet.replay.compare;

/** What an interaction is scored by. */
public enum ScoreAxis {
  /** HTTP status, headers of operations, how operations end, and error codes: all are right. */
  PROTOCOL,
  /** The code of a recorded failure is the same. */
  ERROR,
  /** The share of recorded members that the answer has too. */
  BODY,
  /** The share of equal values among the members that both have. */
  VALUES
}
