package io.github.hybridnet.maven;

import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The parameters of the simulator, from strings. */
final class SimulatorParameters {
  private SimulatorParameters() {}

  static SimulatorOptions of(
      MavenSession session, @Nullable File directory, String port, String speed, String provider) {
    String mode = ChoiceParameter.parse("hybridnet.simulator.provider", provider, "auto", "manual");
    return SimulatorOptions.in(directory(session, directory))
        .withPort(NumberParameter.port("hybridnet.simulator.port", port))
        .withSpeed(NumberParameter.speed("hybridnet.simulator.speed", speed))
        .withProvider(mode.equals("auto") ? ProviderMode.AUTO : ProviderMode.MANUAL);
  }

  static Path directory(MavenSession session, @Nullable File directory) {
    return directory == null
        ? Path.of(session.getExecutionRootDirectory(), "target", "hybridnet", "simulator")
        : directory.toPath();
  }
}
