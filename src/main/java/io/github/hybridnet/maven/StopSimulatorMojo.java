package io.github.hybridnet.maven;

import io.github.hybridnet.maven.cloud.BackgroundSimulator;
import io.github.hybridnet.maven.parameter.SimulatorParameters;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Stops the simulator that {@code start-simulator} started. Its state stays in its directory. The
 * simulator keeps running while other modules use it that have started it too. If none is running,
 * nothing happens.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "stop-simulator",
    defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class StopSimulatorMojo extends HybridnetMojo {

  /** Whether this goal is skipped. The simulator then ends with the build. */
  @Parameter(property = "hybridnet.stop-simulator.skip", defaultValue = "false")
  private boolean skipStopSimulator;

  /**
   * The directory of the simulator. Unset: {@code target/hybridnet/simulator} below the execution
   * root.
   */
  @Parameter(property = "hybridnet.simulator.directory")
  private @Nullable File simulatorDirectory;

  @Override
  boolean skipsThisGoal() {
    return skipStopSimulator;
  }

  /** The directory in which the simulator keeps its state. */
  Path directory() {
    return SimulatorParameters.directory(session(), simulatorDirectory);
  }

  @Override
  void run() {
    new BackgroundSimulator(session(), out()).stop(directory());
  }
}
