package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.maven.process.ShutdownSequence;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;

/** Sessions with simulators that are started for them and end with them. */
final class SimulatedClouds {
  private SimulatedClouds() {}

  static CloudSession open(SimulatorOptions options) {
    return open(options, TrafficListener.NONE);
  }

  static CloudSession open(SimulatorOptions options, TrafficListener listener) {
    return new SimulatorCloudOpener(
            SimulatorFixture.prepared(options), new SharedSimulators(ShutdownSequence.CURRENT))
        .open(listener);
  }
}
