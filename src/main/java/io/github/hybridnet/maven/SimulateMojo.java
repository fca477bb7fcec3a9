package io.github.hybridnet.maven;

import io.github.hybridnet.maven.setup.Simulation;
import io.github.hybridnet.maven.setup.SimulatorRequest;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the embedded Azure Resource Manager in the foreground until it is interrupted, and says how
 * to reach it. Its state stays in its directory and is there again at the next start.
 *
 * @since 0.1.0
 */
@Mojo(name = "simulate", requiresProject = false, threadSafe = true)
public class SimulateMojo extends HybridnetMojo {

  /** Skips this goal. */
  @Parameter(property = "hybridnet.simulate.skip", defaultValue = "false")
  private boolean skipSimulate;

  /**
   * The directory of the simulator's state. Unset: {@code target/hybridnet/simulator} below the
   * execution root.
   */
  @Parameter(property = "hybridnet.simulator.directory")
  private @Nullable File directory;

  /** The port; 0 for any free one. */
  @Parameter(property = "hybridnet.simulator.port", defaultValue = "0")
  private String port;

  /** How many simulated seconds pass in a second. */
  @Parameter(property = "hybridnet.simulator.speed", defaultValue = "300")
  private String speed;

  /**
   * {@code auto}: the simulated provider provisions a circuit by itself; {@code manual}: when told
   * through the admin endpoint.
   */
  @Parameter(property = "hybridnet.simulator.provider", defaultValue = "auto")
  private String provider;

  /** Whether to refuse what Azure refuses since a certain date, such as retired SKUs. */
  @Parameter(property = "hybridnet.simulator.retirements", defaultValue = "false")
  private boolean retirements;

  @Override
  boolean skipsThisGoal() {
    return skipSimulate;
  }

  @Override
  void run() throws InterruptedException {
    SimulatorRequest request =
        SimulatorParameters.of(session(), directory, port, speed, provider)
            .withRetirements(retirements);
    new Simulation(request, out()).run();
  }
}
