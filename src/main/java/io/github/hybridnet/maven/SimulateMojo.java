package io.github.hybridnet.maven;

import io.github.hybridnet.maven.cloud.ForegroundSimulator;
import io.github.hybridnet.maven.process.GracefulStop;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the embedded Azure Resource Manager in the foreground until it is interrupted, and shows how
 * to reach it. Its state is saved in its directory and restored at the next start.
 *
 * @since 0.1.0
 */
@Mojo(name = "simulate", requiresProject = false, threadSafe = true)
public class SimulateMojo extends SimulatorMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.simulate.skip", defaultValue = "false")
  private boolean skipSimulate;

  /** Whether the simulator refuses what Azure has retired, such as old SKUs. */
  @Parameter(property = "hybridnet.simulator.retirements", defaultValue = "false")
  private boolean simulatorRetirements;

  @Override
  boolean skipsThisGoal() {
    return skipSimulate;
  }

  @Override
  boolean refusesRetired() {
    return simulatorRetirements;
  }

  @Override
  void runStoppable() throws InterruptedException {
    GracefulStop.during(this::run, () -> LEAVE_WITHIN, this::sayThatItEnded);
  }

  private void sayThatItEnded() {
    out().info("The simulator has stopped. Its state is saved.");
  }

  @Override
  MojoExecutionException interrupted() {
    return MojoExceptionTranslator.interruptedSimulation();
  }

  @Override
  void run() throws InterruptedException {
    new ForegroundSimulator(simulator(), out()).run();
  }
}
