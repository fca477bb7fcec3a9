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
 * in the build, and sets properties of the project that say how to reach it. It ends at {@code
 * stop-simulator}, and with the build whatever becomes of that. Where one runs in the directory
 * already, that one is used.
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

  /** Skips this goal. */
  @Parameter(property = "hybridnet.start-simulator.skip", defaultValue = "false")
  private boolean skipStartSimulator;

  /** Whether to refuse what Azure refuses since a certain date, such as retired SKUs. */
  @Parameter(property = "hybridnet.simulator.retirements", defaultValue = "true")
  private boolean simulatorRetirements;

  /** Whether it begins with what an earlier run left in its directory, instead of empty. */
  @Parameter(property = "hybridnet.simulator.keepState", defaultValue = "false")
  private boolean keepState;

  /** What the names of the properties begin with; another one for a second simulator. */
  @Parameter(property = "hybridnet.simulator.propertyPrefix", defaultValue = "hybridnet.simulator")
  private String propertyPrefix;

  /** The module that gets the properties. Maven supplies it. */
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
