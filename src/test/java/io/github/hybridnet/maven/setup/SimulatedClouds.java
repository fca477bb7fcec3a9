package io.github.hybridnet.maven.setup;

import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.simulator.SimulatorOptions;

/** Sessions with simulators that are started for them and end with them. */
final class SimulatedClouds {
  private SimulatedClouds() {}

  static OpenCloud open(SimulatorOptions options) {
    return new SimulatedCloud(options, new SharedSimulators(EndOfProcess.CURRENT)).open();
  }
}
