package io.github.hybridnet.drill.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Nothing is probed. */
public final class EmptyProbeSession implements ProbeSession {

  @Override
  public List<ProbeTarget> targets() {
    return List.of();
  }

  @Override
  public boolean allUp(Duration since, int probes) {
    return false;
  }

  @Override
  public List<ProbeSample> newest() {
    return List.of();
  }

  @Override
  public ProbeSnapshot snapshot() {
    return new ProbeSnapshot(
        new ProbeTiming(ProbeTiming.INTERVAL, ProbeTiming.TIMEOUT), List.of(), List.of(), Map.of());
  }

  @Override
  public void close() {
    // Nothing was begun.
  }
}
