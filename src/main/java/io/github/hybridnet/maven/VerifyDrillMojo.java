package io.github.hybridnet.maven;

import io.github.hybridnet.app.drill.VerifyDrillGoal;
import io.github.hybridnet.app.drill.VerifyDrillGoal.ResultOrigin;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build by the result of a failover drill that {@code test-failover} has kept with {@code
 * hybridnet.failover.failAtEnd}, after {@code destroy} has run. Only reads {@code
 * failover/result.json} in {@code hybridnet.outputDirectory}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "verify-drill",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class VerifyDrillMojo extends HybridnetMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.verify-drill.skip", defaultValue = "false")
  private boolean skipVerifyDrill;

  /** Whether this goal is skipped too, because there is no drill. */
  @Parameter(property = "hybridnet.test-failover.skip", defaultValue = "false")
  private boolean skipTestFailover;

  /** The directory that contains {@code failover/result.json}. */
  @Parameter(
      property = "hybridnet.outputDirectory",
      defaultValue = "${project.build.directory}/hybridnet")
  private File outputDirectory;

  @Override
  boolean skipsThisGoal() {
    return skipVerifyDrill || skipTestFailover;
  }

  @Override
  void run() {
    Path directory = directory();
    new VerifyDrillGoal(directory, origin(directory), out()).run();
  }

  /** Where the drill's result is. */
  Path directory() {
    return PomlessPaths.below(outputDirectory).resolve("failover");
  }

  private ResultOrigin origin(Path directory) {
    if (new DrillRunRegistry(session()).has(directory)) {
      return ResultOrigin.THIS_BUILD;
    }
    return execution().getSource() == MojoExecution.Source.CLI
        ? ResultOrigin.CALLED_BY_NAME
        : ResultOrigin.EARLIER_BUILD;
  }
}
