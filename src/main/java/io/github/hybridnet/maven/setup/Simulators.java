package io.github.hybridnet.maven.setup;

import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorOptions;

/** The simulator's options from a goal's parameters. */
final class Simulators {
  private Simulators() {}

  static SimulatorOptions options(SimulatorRequest request) {
    return SimulatorOptions.in(request.directory())
        .withPort(request.port())
        .withSpeed(request.speed())
        .withProvider(request.providerProvisions() ? ProviderMode.AUTO : ProviderMode.MANUAL)
        .withRetirements(request.retirements());
  }
}
