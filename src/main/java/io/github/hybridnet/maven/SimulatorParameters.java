package io.github.hybridnet.maven;

import io.github.hybridnet.maven.setup.SimulatorRequest;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The parameters of the simulator, from strings. */
final class SimulatorParameters {
  private SimulatorParameters() {}

  static SimulatorRequest of(
      MavenSession session, @Nullable File directory, String port, String speed, String provider) {
    String mode = ChoiceParameter.parse("hybridnet.simulator.provider", provider, "auto", "manual");
    return new SimulatorRequest(
        directory == null ? below(session) : directory.toPath(),
        NumberParameter.port("hybridnet.simulator.port", port),
        NumberParameter.speed("hybridnet.simulator.speed", speed),
        mode.equals("auto"),
        true);
  }

  private static Path below(MavenSession session) {
    return Path.of(session.getExecutionRootDirectory(), "target", "hybridnet", "simulator");
  }
}
