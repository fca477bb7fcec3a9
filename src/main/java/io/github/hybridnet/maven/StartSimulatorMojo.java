package io.github.hybridnet.maven;

import io.github.hybridnet.maven.cloud.BackgroundSimulator;
import io.github.hybridnet.maven.parameter.SimulatorProperties;
import io.github.hybridnet.simulator.SimulatorAccess;
import java.util.Objects;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Starts the embedded Azure Resource Manager in the background, for the tests and goals that follow
 * in the build, and sets project properties with which the simulator is reached. It stops at {@code
 * stop-simulator}, and at the latest with the build, even if the build fails. A simulator that is
 * already running in the directory is used instead.
 *
 * <p>The properties, each behind {@code hybridnet.simulator.}: {@code endpoint}, {@code port},
 * {@code directory}, {@code caCertificate} (PEM), {@code trustStore} and {@code trustStorePassword}
 * (the same for Java), {@code credentials} (the file that holds the client secret and the admin
 * token), {@code tenantId}, {@code subscriptionId}, {@code clientId}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "start-simulator",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class StartSimulatorMojo extends SimulatorMojo {
  private static final String PUBLISHED_PORT = StartSimulatorMojo.class.getName() + ".port";

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.start-simulator.skip", defaultValue = "false")
  private boolean skipStartSimulator;

  /** Whether the simulator refuses what Azure has retired, such as old SKUs. */
  @Parameter(property = "hybridnet.simulator.retirements", defaultValue = "true")
  private boolean simulatorRetirements;

  /** Whether to start with the state of an earlier run in the directory, instead of empty. */
  @Parameter(property = "hybridnet.simulator.keepState", defaultValue = "false")
  private boolean keepState;

  /** The prefix of the names of the properties. Use another one for a second simulator. */
  @Parameter(property = "hybridnet.simulator.propertyPrefix", defaultValue = "hybridnet.simulator")
  private String propertyPrefix;

  /** The module that gets the properties. Maven sets this field. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Override
  boolean skipsThisGoal() {
    return skipStartSimulator;
  }

  @Override
  boolean refusesRetired() {
    return simulatorRetirements;
  }

  @Override
  void run() {
    SimulatorAccess access =
        new BackgroundSimulator(session(), out()).start(simulator(), keepsState());
    SimulatorProperties.publish(project, propertyPrefix(), access.properties());
    project.setContextValue(PUBLISHED_PORT, Integer.toString(access.port()));
    out()
        .info(
            "Properties: "
                + propertyPrefix()
                + ".endpoint is "
                + access.endpoint()
                + ", and likewise "
                + String.join(", ", access.properties().keySet().stream().skip(1).toList())
                + ".");
  }

  /** Whether the simulator begins with what an earlier run left. */
  boolean keepsState() {
    return keepState;
  }

  /** What the names of the properties begin with. */
  String propertyPrefix() {
    return propertyPrefix;
  }

  /**
   * The port that the property of this name says is, after an earlier execution in this project,
   * the one of its simulator: no wish for this one.
   */
  @Override
  String port(String parameter) {
    return Objects.equals(parameter, project.getContextValue(PUBLISHED_PORT)) ? "0" : parameter;
  }
}
