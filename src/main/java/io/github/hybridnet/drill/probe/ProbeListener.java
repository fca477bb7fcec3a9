package io.github.hybridnet.drill.probe;

/**
 * Learns when a target is lost or reached again; of each target in the order of its probes, and of
 * all targets one after the other. A target is taken to be reached when probing begins.
 */
public interface ProbeListener {

  /** A target is not reached any more; the first probe that failed. */
  void down(ProbeTarget target, ProbeSample first);

  /** A target is reached again; the first probe that succeeded. */
  void up(ProbeTarget target, ProbeSample first);
}
