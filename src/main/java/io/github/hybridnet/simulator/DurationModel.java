package io.github.hybridnet.simulator;

/** Where the simulated durations of operations come from. */
public enum DurationModel {
  /** Each operation takes the median of its recordings. */
  FIXED,
  /**
   * Durations vary as in the recordings, the slow exceptions included. The same seed and the same
   * requests give the same durations.
   */
  RECORDED
}
