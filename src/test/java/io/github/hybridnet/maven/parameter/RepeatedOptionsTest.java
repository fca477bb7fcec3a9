package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** A command that is printed means the same cloud, files and network as the run that printed it. */
class RepeatedOptionsTest {
  private final Properties properties = new Properties();
  private final Xpp3Dom configuration = new Xpp3Dom("configuration");

  private static Parameter parameter(String name, String property) {
    Parameter parameter = new Parameter();
    parameter.setName(name);
    parameter.setExpression("${" + property + "}");
    return parameter;
  }

  private Map<String, String> given() {
    return RepeatedOptions.given(
        List.of(
            parameter("cloud", "hybridnet.cloud"),
            parameter("disconnect", "hybridnet.failover.disconnect"),
            parameter("override", "hybridnet.failover.override"),
            parameter("failoverConfirm", "hybridnet.failover.confirm"),
            parameter("noPeeringKey", "hybridnet.failover.noPeeringKey"),
            parameter("circuitWithoutPeeringKey", "hybridnet.circuit.noPeeringKey"),
            parameter("skipTestFailover", "hybridnet.test-failover.skip"),
            parameter("session", "session")),
        configuration,
        properties);
  }

  private Xpp3Dom child(Xpp3Dom parent, String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    parent.addChild(child);
    return child;
  }

  @Test
  void whatTheCommandLineSaysIsRepeatedButForConfirmations() {
    properties.setProperty("hybridnet.cloud", "simulator");
    properties.setProperty("hybridnet.failover.disconnect", "connection");
    properties.setProperty("hybridnet.failover.confirm", "er-vgw");
    properties.setProperty("hybridnet.failover.noPeeringKey", "true");
    properties.setProperty("hybridnet.circuit.noPeeringKey", "true");
    properties.setProperty("hybridnet.test-failover.skip", "false");
    properties.setProperty("session", "x");
    properties.setProperty("other", "x");
    assertThat(given())
        .containsOnly(
            Map.entry("hybridnet.cloud", "simulator"),
            Map.entry("hybridnet.failover.disconnect", "connection"));
  }

  /** The configuration of an execution does not count for a command. */
  @Test
  void whatThePomSaysIsRepeated() {
    child(configuration, "cloud", "${hybridnet.cloud}");
    child(configuration, "disconnect", "peering");
    Xpp3Dom override = child(configuration, "override", null);
    child(override, "gate", "coverage");
    child(override, "gate", "circuit");
    assertThat(given())
        .containsOnly(
            Map.entry("hybridnet.failover.disconnect", "peering"),
            Map.entry("hybridnet.failover.override", "coverage,circuit"));
    assertThat(RepeatedOptions.given(List.of(), null, properties)).isEmpty();
  }

  /** A drill's options mean nothing to a restore. */
  @Test
  void aCommandRepeatsTheOptionsThatItsGoalHas() throws Exception {
    PluginDescriptor plugin = new PluginDescriptor();
    MojoDescriptor drill =
        goal(
            plugin,
            "test-failover",
            parameter("cloud", "hybridnet.cloud"),
            parameter("hold", "hybridnet.failover.hold"));
    goal(plugin, "restore", parameter("cloud", "hybridnet.cloud"));
    properties.setProperty("hybridnet.cloud", "simulator");
    properties.setProperty("hybridnet.failover.hold", "5m");
    MojoExecution execution = new MojoExecution(drill);
    MavenSession session = mock(MavenSession.class);
    when(session.getUserProperties()).thenReturn(properties);
    when(session.getSystemProperties()).thenReturn(new Properties());
    when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
    List<String> all = List.of("-Dhybridnet.cloud=simulator", "-Dhybridnet.failover.hold=5m");
    assertThat(RepeatedOptions.of(execution, session)).isEqualTo(all);
    assertThat(RepeatedOptions.of("restore", execution, session))
        .containsExactly("-Dhybridnet.cloud=simulator");
    assertThat(RepeatedOptions.of("of-another-plugin", execution, session)).isEqualTo(all);
  }

  private static MojoDescriptor goal(PluginDescriptor plugin, String name, Parameter... parameters)
      throws Exception {
    MojoDescriptor goal = new MojoDescriptor();
    goal.setGoal(name);
    goal.setPluginDescriptor(plugin);
    for (Parameter parameter : parameters) {
      goal.addParameter(parameter);
    }
    plugin.addMojo(goal);
    return goal;
  }
}
