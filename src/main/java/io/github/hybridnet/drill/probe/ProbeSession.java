package io.github.hybridnet.drill.probe;

import java.time.Duration;
import java.util.List;

/** Probes that go on until they are closed. May be asked by any thread at any time. */
public interface ProbeSession extends AutoCloseable {

  /** The targets that are probed. */
  List<ProbeTarget> targets();

  /**
   * Whether the newest probes of every target succeeded; false without targets. A probe counts as
   * soon as its answer and those of all earlier probes of its target are known.
   *
   * @param since those probes must not have begun earlier
   * @param probes how many of each target
   */
  boolean allUp(Duration since, int probes);

  /** The newest probe of each target that has one, in the order of the targets. */
  List<ProbeSample> newest();

  /** All samples of probes that have ended so far. */
  ProbeSnapshot snapshot();

  /** Sends no more probes, and waits shortly for those that are under way. */
  @Override
  void close();
}
