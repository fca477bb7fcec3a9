package io.github.hybridnet.replay.run;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorAccess;
import java.time.Duration;
import java.util.Map;

/** Simulators in which cassettes are replayed. */
final class ReplaySimulators {
  private ReplaySimulators() {}

  static AzureSimulator start() {
    return AzureSimulator.start(
        options ->
            options
                .withSpeed(300)
                .withProvider(ProviderMode.MANUAL)
                .withRetirements(false)
                .withDurations(Map.of("resourceGroups.delete", Duration.ofMinutes(10))));
  }

  static ReplayTarget target(AzureSimulator simulator) {
    SimulatorAccess access = simulator.access();
    return new ReplayTarget(
        access.endpoint(),
        access.sslContext(),
        access.credentials().subscriptionId(),
        Duration.ofMinutes(1));
  }
}
