package io.github.hybridnet.app;

/**
 * A drill's surroundings on the simulator: simulated time that is slow enough for an outage to be
 * measured, and something behind the network that can be probed. Closed, all is as before.
 */
public interface SimulatedDrillSetup extends AutoCloseable {

  /** What to probe, as users write it. */
  String probe();

  /** What was changed, as a sentence. */
  String text();

  @Override
  void close();
}
