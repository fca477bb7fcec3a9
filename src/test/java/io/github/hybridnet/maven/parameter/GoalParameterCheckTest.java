package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.hybridnet.console.RecordedLines;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users write for the plugin and the plugin does not know, held against its own descriptor.
 */
class GoalParameterCheckTest {
  private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");

  @TempDir private Path directory;

  private final MavenSession session = mock(MavenSession.class);
  private final Properties user = new Properties();
  private final Model model = new Model();
  private final MavenProject project = new MavenProject(model);
  private final Model written = new Model();
  private final RecordedLines out = new RecordedLines();
  private final Map<String, Object> memory = new HashMap<>();

  @BeforeEach
  void aProject() {
    project.setFile(directory.resolve("pom.xml").toFile());
    project.setOriginalModel(written);
    model.setBuild(new Build());
    when(session.getUserProperties()).thenReturn(user);
    when(session.getSystemProperties()).thenReturn(new Properties());
    when(session.getExecutionProperties()).thenReturn(user);
    when(session.getSettings()).thenReturn(new Settings());
    when(session.getProjects()).thenReturn(List.of(project));
    when(session.getCurrentProject()).thenReturn(project);
    when(session.getExecutionRootDirectory()).thenReturn(directory.toString());
  }

  private static Xpp3Dom xml(String text) throws Exception {
    return Xpp3DomBuilder.build(new java.io.StringReader(text));
  }

  private GoalParameterCheck check(String goal) throws Exception {
    return new GoalParameterCheck(session, execution(goal));
  }

  private static MojoExecution execution(String goal) throws Exception {
    MojoDescriptor descriptor;
    try (Reader reader = Files.newBufferedReader(DESCRIPTOR)) {
      descriptor = new PluginDescriptorBuilder().build(reader).getMojo(goal);
    }
    MojoExecution execution = new MojoExecution(descriptor);
    execution.setConfiguration(xml(descriptor.getMojoConfiguration().toString()));
    return execution;
  }

  private void declared(String configuration, String ofExecution) throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId("io.github.hybridnet");
    plugin.setArtifactId("hybridnet-maven-plugin");
    plugin.setConfiguration(xml(configuration));
    PluginExecution execution = new PluginExecution();
    execution.setConfiguration(xml(ofExecution));
    plugin.addExecution(execution);
    project.getBuild().addPlugin(plugin);
  }

  private void file(String text) throws IOException {
    Path files = Files.createDirectories(directory.resolve("src/main/hybridnet"));
    Files.writeString(files.resolve("virtualNetwork.parameters.json"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "hybridnet.failOnChange, hybridnet.failOnChanges",
    "hybridnet.clod, hybridnet.cloud",
    "hybridnet.Cloud, hybridnet.cloud",
    "HYBRIDNET.cloud, hybridnet.cloud",
    "hybirdnet.cloud, hybridnet.cloud",
    "hybridnet.parameterDirectory, hybridnet.parametersDirectory",
    "hybridnet.dry-run, hybridnet.dryRun",
    "hybridnet.keepCircuit, hybridnet.destroy.keepCircuit",
    "hybridnet.failoverConfirm, hybridnet.failover.confirm",
    "hybridnet.destroy.confirm, hybridnet.confirm or hybridnet.failover.confirm",
    "hybridnet.simulator.spead, hybridnet.simulator.speed",
    "hybridnet.probes, hybridnet.failover.probes",
    "hybridnet.lever, hybridnet.failover.disconnect",
  })
  void anUnknownPropertyIsRefusedWithTheNearest(String name, String nearest) throws Exception {
    user.setProperty(name, "SECRET-VALUE");
    assertThatThrownBy(check("plan")::require)
        .hasMessageStartingWith("HN1040: ")
        .hasMessageContaining(name + " (did you mean " + nearest + "?)")
        .hasMessageNotContainingAny("SECRET-VALUE");
  }

  /** An old name that is dropped in silence would run a drill with another disconnect method. */
  @Test
  void anOldNameIsRefusedWithTheNewOne() throws Exception {
    user.setProperty("hybridnet.failover.lever", "SECRET-VALUE");
    assertThatThrownBy(check("plan")::require)
        .hasMessage(
            "HN1045: A parameter was renamed: hybridnet.failover.lever is now"
                + " hybridnet.failover.disconnect."
                + System.lineSeparator()
                + "  Fix: use the new name. The allowed values are the same");
  }

  @Test
  void anOldNameIsRefusedWhereverItStands() throws Exception {
    Properties java = new Properties();
    java.setProperty("hybridnet.failover.LEVER", "peering");
    when(session.getSystemProperties()).thenReturn(java);
    model.addProperty("hybridnet.failover.lever", "peering");
    declared(
        "<configuration><lever>peering</lever></configuration>",
        "<configuration><lever>connection</lever></configuration>");
    assertThatThrownBy(check("test-failover")::require)
        .hasMessageStartingWith(
            "HN1045: Parameters were renamed: <lever> is now <disconnect>; hybridnet.failover.LEVER"
                + " is now hybridnet.failover.disconnect; hybridnet.failover.lever is now"
                + " hybridnet.failover.disconnect."
                + System.lineSeparator());
  }

  @Test
  void anOldNameIsToldWithAllOtherMistakes() throws Exception {
    user.setProperty("hybridnet.failover.lever", "peering");
    user.setProperty("hybridnet.clod", "simulator");
    assertThatThrownBy(check("test-failover")::require)
        .hasMessageStartingWith("HN1044: 2 parameters cannot be used:")
        .hasMessageContaining(
            "HN1040: The plugin does not know this property given with -D: hybridnet.clod (")
        .hasMessageContaining(
            "HN1045: A parameter was renamed: hybridnet.failover.lever is now"
                + " hybridnet.failover.disconnect.");
  }

  @Test
  void aPropertyWithAnOldNameMayServeSomethingElse() throws Exception {
    user.setProperty("hybridnet.failover.lever", "peering");
    written.addProperty("hybridnet.failover.disconnect", "${hybridnet.failover.lever}");
    assertThatCode(check("test-failover")::require).doesNotThrowAnyException();
  }

  @Test
  void whatIsNearNothingIsRefusedWithoutAGuess() throws Exception {
    user.setProperty("hybridnet.zzzzzzzzzzzz", "1");
    assertThatThrownBy(check("validate")::require)
        .hasMessageStartingWith("HN1040: ")
        .hasMessageContaining("hybridnet.zzzzzzzzzzzz")
        .hasMessageNotContainingAny("did you mean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hybridnet.cloud",
        "hybridnet.destroy.keepCircuit",
        "hybridnet.simulator.endpoint",
        "hybridnet.circuit.serviceKey",
        "hybridnet.vpnGateway.publicIpAddresses",
        "hybridnet.virtualNetworks.hub-vnet.id",
        "skipTests",
        "hybrid.cloud",
        "cloud",
      })
  void parametersOfOtherGoalsOutputsAndOthersPropertiesAreFine(String name) throws Exception {
    user.setProperty(name, "simulator");
    assertThatCode(check("validate")::require).doesNotThrowAnyException();
  }

  @Test
  void whatAParameterFileUsesIsKnown() throws Exception {
    user.setProperty("hybridnet.site", "north");
    user.setProperty("hybridnet.sight", "north");
    file("{ broken: \"${hybridnet.site}\" ");
    assertThatThrownBy(check("validate")::require)
        .hasMessageContaining("hybridnet.sight")
        .hasMessageNotContainingAny("hybridnet.site");
  }

  @Test
  void whatThePomUsesIsKnown() throws Exception {
    written.addProperty("other", "${hybridnet.used}-@{hybridnet.late}");
    ActivationProperty property = new ActivationProperty();
    property.setName("!hybridnet.profile");
    Profile profile = new Profile();
    profile.setActivation(new Activation());
    profile.getActivation().setProperty(property);
    written.addProfile(profile);
    for (String name : List.of("hybridnet.used", "hybridnet.late", "hybridnet.profile")) {
      user.setProperty(name, "1");
    }
    assertThatCode(check("validate")::require).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "flase", "", " true", "TRUE;"})
  void aBooleanIsTrueOrFalseAndNothingElse(String value) throws Exception {
    user.setProperty("hybridnet.dryRun", value);
    assertThatThrownBy(check("destroy")::require)
        .hasMessageStartingWith("HN1043: hybridnet.dryRun is '" + value + "'");
  }

  @Test
  void allMistakesAreToldAtOnce() throws Exception {
    user.setProperty("hybridnet.clod", "simulator");
    user.setProperty("hybridnet.dryRun", "yes");
    user.setProperty("hybridnet.gateways", "seriel");
    user.setProperty("hybridnet.cloud", "simulater");
    user.setProperty("hybridnet.auth.type", "azurecli");
    assertThatThrownBy(check("deploy-network")::require)
        .hasMessageStartingWith("HN1044: ")
        .hasMessageContaining("HN1040")
        .hasMessageContaining("HN1043: hybridnet.dryRun is 'yes'")
        .hasMessageContaining(
            "HN1902: hybridnet.gateways is 'seriel', which is not allowed; did you mean 'serial'?")
        .hasMessageContaining("HN3001")
        .hasMessageContaining("HN3002");
  }

  /** Maven puts what is given to it among the properties of Java too; that is told once. */
  @Test
  void anUnknownPropertyOfJavaIsAWarning() throws Exception {
    Properties java = new Properties();
    java.setProperty("hybridnet.failOnChange", "true");
    java.setProperty("hybridnet.cloud", "simulator");
    java.setProperty("hybridnet.given", "1");
    user.setProperty("hybridnet.given", "1");
    when(session.getSystemProperties()).thenReturn(java);
    check("plan").warn(memory, out);
    assertThat(out.lines())
        .containsExactly(
            "WARN HN1041: The Java options (MAVEN_OPTS, .mvn/jvm.config) set the property"
                + " hybridnet.failOnChange (did you mean hybridnet.failOnChanges?), which this"
                + " plugin does not know. The property has no effect. Correct or remove it.");
  }

  @Test
  void mistypedDurationsAndNumbersAreAmongThem() throws Exception {
    user.setProperty("hybridnet.failover.hold", "half an hour");
    user.setProperty("hybridnet.failover.maxOutage", "5 x");
    user.setProperty("hybridnet.failover.leverTimeout", "");
    user.setProperty("hybridnet.failover.minAvailability", "lots");
    user.setProperty("hybridnet.simulator.port", "70000");
    user.setProperty("hybridnet.simulator.speed", "0");
    user.setProperty("hybridnet.simulator.seed", "x");
    user.setProperty("hybridnet.timeouts", "gateway=1h");
    assertThatThrownBy(check("test-failover")::require)
        .hasMessageStartingWith("HN1044: 8 parameters cannot be used:")
        .hasMessageContaining("HN1901: hybridnet.failover.hold is 'half an hour'")
        .hasMessageContaining("HN1901: hybridnet.failover.leverTimeout is ''")
        .hasMessageContaining("HN1901: hybridnet.failover.maxOutage is '5 x'")
        .hasMessageContaining("HN1903: hybridnet.failover.minAvailability")
        .hasMessageContaining("HN1903: hybridnet.simulator.port")
        .hasMessageContaining("HN1903: hybridnet.simulator.speed")
        .hasMessageContaining("HN1903: hybridnet.simulator.seed")
        .hasMessageContaining("HN1909: hybridnet.timeouts");
  }

  /** A new parameter that is a duration or a number is found by its default. */
  @ParameterizedTest
  @ValueSource(strings = {"create-circuit", "destroy", "restore", "test-failover", "simulate"})
  void everyDefaultThatIsADurationOrANumberIsChecked(String goal) throws Exception {
    Set<String> measured = new TreeSet<>();
    for (Xpp3Dom parameter : execution(goal).getConfiguration().getChildren()) {
      if (String.valueOf(parameter.getAttribute("default-value")).matches("\\d+(ms|[smhd])?")) {
        measured.add(parameter.getValue().replaceAll("[${}]", ""));
      }
    }
    assertThat(measured).isNotEmpty();
    measured.forEach(property -> user.setProperty(property, "NaN"));
    assertThatThrownBy(check(goal)::require)
        .hasMessageContainingAll(
            measured.stream().map(each -> each + " is 'NaN'").toArray(String[]::new));
  }

  @Test
  void thePomIsWarnedOfOnce() throws Exception {
    model.addProperty("hybridnet.lokation", "westus2");
    model.addProperty("hybridnet.location", "westus2");
    model.addProperty("hybridnet.mine", "x");
    written.addProperty("other", "${hybridnet.mine}");
    declared(
        "<configuration><locaton>x</locaton><cloud>simulator</cloud></configuration>",
        "<configuration><waitForProvider>true</waitForProvider><xyzzy/></configuration>");
    GoalParameterCheck check = check("plan");
    check.warn(memory, out);
    check.warn(memory, out);
    assertThat(out.lines())
        .containsExactly(
            "WARN HN1041: The POM sets the property hybridnet.lokation (did you mean"
                + " hybridnet.location?), which this plugin does not know. The property has no"
                + " effect. Correct or remove it.",
            "WARN HN1042: The POM configures <locaton> (did you mean location?), which no goal of"
                + " this plugin knows. The element has no effect. Correct or remove it.",
            "WARN HN1042: The POM configures <xyzzy>, which no goal of this plugin knows. The"
                + " element has no effect. Correct or remove it.");
  }

  @Test
  void whatGoalsSetIsNoMistakeOfThePom() throws Exception {
    SimulatorProperties.publish(project, "hybridnet.second", Map.of("endpoint", "https://x"));
    project.getProperties().setProperty("hybridnet.connections.a.id", "/subscriptions/1");
    check("plan").warn(memory, out);
    assertThat(out.lines()).isEmpty();
  }
}
