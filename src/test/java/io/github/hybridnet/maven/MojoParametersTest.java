package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of each goal: its property, its default, another value, and what of that the goal
 * is asked for. Each one is changed alone, so that no two can be taken for each other.
 */
class MojoParametersTest {

  private static void areThose(HybridnetMojo mojo, MojoParameters expected) {
    assertThat(properties(mojo)).isEqualTo(expected.properties());
    assertThat(MojoFields.of(mojo)).isEqualTo(expected.defaults());
    assertThat(expected.all())
        .allSatisfy(p -> assertThat(changes(mojo, p, expected)).isEqualTo(p.arrivals()));
  }

  /** The property of each parameter that may be set, as the plugin's descriptor says. */
  private static Map<String, String> properties(HybridnetMojo mojo) {
    Map<String, String> properties = new TreeMap<>();
    for (PlexusConfiguration parameter :
        mojo.execution().getMojoDescriptor().getMojoConfiguration().getChildren()) {
      String value = parameter.getValue("");
      if (value.startsWith("${hybridnet.")) {
        properties.put(parameter.getName(), value.substring(2, value.length() - 1));
      }
    }
    return properties;
  }

  /** What is different when this parameter alone has its other value. */
  private static Set<String> changes(
      HybridnetMojo mojo, MojoParameters.Parameter parameter, MojoParameters all) {
    if (!parameter.condition().isEmpty()) {
      MojoFields.set(mojo, parameter.condition(), all.get(parameter.condition()).other());
    }
    Object before = MojoFields.get(mojo, parameter.field());
    Map<String, String> arrivals = MojoArrivals.of(mojo);
    MojoFields.set(mojo, parameter.field(), parameter.other());
    Set<String> changes = new TreeSet<>();
    MojoArrivals.of(mojo)
        .forEach(
            (place, value) -> {
              if (!value.equals(arrivals.get(place))) {
                changes.add(place + "=" + value);
              }
            });
    MojoFields.put(mojo, parameter.field(), before);
    if (!parameter.condition().isEmpty()) {
      MojoFields.set(mojo, parameter.condition(), all.get(parameter.condition()).byDefault());
    }
    return changes;
  }

  private static void areSet(HybridnetMojo mojo, MojoParameters expected) {
    assertThat(MojoFields.of(mojo)).isEqualTo(expected.others());
  }

  @Nested
  @MojoTest
  class Goals {
    @Test
    @InjectMojo(goal = "validate", pom = MojoPoms.EMPTY)
    void areAllHere(ValidateMojo mojo) {
      Set<String> goals = new TreeSet<>();
      mojo.execution().getMojoDescriptor().getPluginDescriptor().getMojos().stream()
          .map(MojoDescriptor::getGoal)
          .filter(goal -> !goal.equals("help"))
          .forEach(goals::add);
      assertThat(tested(Single.class)).isEqualTo(goals);
      assertThat(tested(Properties.class, PropertiesOfSimulate.class)).isEqualTo(goals);
    }

    private Set<String> tested(Class<?>... tests) {
      return Stream.of(tests)
          .flatMap(test -> Stream.of(test.getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(InjectMojo.class))
          .map(method -> method.getAnnotation(InjectMojo.class).goal())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Nested
  @MojoTest
  class Single {
    @Test
    @InjectMojo(goal = "validate", pom = MojoPoms.EMPTY)
    void ofValidate(ValidateMojo mojo) {
      areThose(mojo, GoalParameters.validate());
    }

    @Test
    @InjectMojo(goal = "create-circuit", pom = MojoPoms.EMPTY)
    void ofCreateCircuit(CreateCircuitMojo mojo) {
      areThose(mojo, GoalParameters.createCircuit());
    }

    @Test
    @InjectMojo(goal = "deploy-network", pom = MojoPoms.EMPTY)
    void ofDeployNetwork(DeployNetworkMojo mojo) {
      areThose(mojo, GoalParameters.deployNetwork());
    }

    @Test
    @InjectMojo(goal = "plan", pom = MojoPoms.EMPTY)
    void ofPlan(PlanMojo mojo) {
      areThose(mojo, GoalParameters.plan());
    }

    @Test
    @InjectMojo(goal = "status", pom = MojoPoms.EMPTY)
    void ofStatus(StatusMojo mojo) {
      areThose(mojo, GoalParameters.status());
    }

    @Test
    @InjectMojo(goal = "test-failover", pom = MojoPoms.EMPTY)
    void ofTestFailover(TestFailoverMojo mojo) {
      areThose(mojo, GoalParameters.testFailover());
    }

    @Test
    @InjectMojo(goal = "verify-drill", pom = MojoPoms.EMPTY)
    void ofVerifyDrill(VerifyDrillMojo mojo) {
      areThose(mojo, GoalParameters.verifyDrill());
    }

    @Test
    @InjectMojo(goal = "restore", pom = MojoPoms.EMPTY)
    void ofRestore(RestoreMojo mojo) {
      areThose(mojo, GoalParameters.restore());
    }

    @Test
    @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
    void ofDestroy(DestroyMojo mojo) {
      areThose(mojo, GoalParameters.destroy());
    }

    @Test
    @InjectMojo(goal = "replay", pom = MojoPoms.EMPTY)
    void ofReplay(ReplayMojo mojo) {
      areThose(mojo, GoalParameters.replay());
    }

    @Test
    @InjectMojo(goal = "simulate", pom = MojoPoms.EMPTY)
    void ofSimulate(SimulateMojo mojo) {
      areThose(mojo, GoalParameters.simulate());
    }

    @Test
    @InjectMojo(goal = "start-simulator", pom = MojoPoms.EMPTY)
    void ofStartSimulator(StartSimulatorMojo mojo) {
      areThose(mojo, GoalParameters.startSimulator());
    }

    @Test
    @InjectMojo(goal = "stop-simulator", pom = MojoPoms.EMPTY)
    void ofStopSimulator(StopSimulatorMojo mojo) {
      areThose(mojo, GoalParameters.stopSimulator());
    }
  }

  @Nested
  @MojoTest
  class Properties {
    @Inject private MavenSession session;

    @BeforeEach
    void set() {
      GoalParameters.validate().set(session.getUserProperties());
      GoalParameters.createCircuit().set(session.getUserProperties());
      GoalParameters.deployNetwork().set(session.getUserProperties());
      GoalParameters.plan().set(session.getUserProperties());
      GoalParameters.status().set(session.getUserProperties());
      GoalParameters.testFailover().set(session.getUserProperties());
      GoalParameters.verifyDrill().set(session.getUserProperties());
      GoalParameters.restore().set(session.getUserProperties());
      GoalParameters.destroy().set(session.getUserProperties());
      GoalParameters.replay().set(session.getUserProperties());
      GoalParameters.startSimulator().set(session.getUserProperties());
      GoalParameters.stopSimulator().set(session.getUserProperties());
    }

    @Test
    @InjectMojo(goal = "validate", pom = MojoPoms.EMPTY)
    void ofValidate(ValidateMojo mojo) {
      areSet(mojo, GoalParameters.validate());
    }

    @Test
    @InjectMojo(goal = "create-circuit", pom = MojoPoms.EMPTY)
    void ofCreateCircuit(CreateCircuitMojo mojo) {
      areSet(mojo, GoalParameters.createCircuit());
    }

    @Test
    @InjectMojo(goal = "deploy-network", pom = MojoPoms.EMPTY)
    void ofDeployNetwork(DeployNetworkMojo mojo) {
      areSet(mojo, GoalParameters.deployNetwork());
    }

    @Test
    @InjectMojo(goal = "plan", pom = MojoPoms.EMPTY)
    void ofPlan(PlanMojo mojo) {
      areSet(mojo, GoalParameters.plan());
    }

    @Test
    @InjectMojo(goal = "status", pom = MojoPoms.EMPTY)
    void ofStatus(StatusMojo mojo) {
      areSet(mojo, GoalParameters.status());
    }

    @Test
    @InjectMojo(goal = "test-failover", pom = MojoPoms.EMPTY)
    void ofTestFailover(TestFailoverMojo mojo) {
      areSet(mojo, GoalParameters.testFailover());
    }

    @Test
    @InjectMojo(goal = "verify-drill", pom = MojoPoms.EMPTY)
    void ofVerifyDrill(VerifyDrillMojo mojo) {
      areSet(mojo, GoalParameters.verifyDrill());
    }

    @Test
    @InjectMojo(goal = "restore", pom = MojoPoms.EMPTY)
    void ofRestore(RestoreMojo mojo) {
      areSet(mojo, GoalParameters.restore());
    }

    @Test
    @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
    void ofDestroy(DestroyMojo mojo) {
      areSet(mojo, GoalParameters.destroy());
    }

    @Test
    @InjectMojo(goal = "replay", pom = MojoPoms.EMPTY)
    void ofReplay(ReplayMojo mojo) {
      areSet(mojo, GoalParameters.replay());
    }

    @Test
    @InjectMojo(goal = "start-simulator", pom = MojoPoms.EMPTY)
    void ofStartSimulator(StartSimulatorMojo mojo) {
      areSet(mojo, GoalParameters.startSimulator());
    }

    @Test
    @InjectMojo(goal = "stop-simulator", pom = MojoPoms.EMPTY)
    void ofStopSimulator(StopSimulatorMojo mojo) {
      areSet(mojo, GoalParameters.stopSimulator());
    }
  }

  @Nested
  @MojoTest
  class PropertiesOfSimulate {
    @Inject private MavenSession session;

    @BeforeEach
    void set() {
      GoalParameters.simulate().set(session.getUserProperties());
    }

    @Test
    @InjectMojo(goal = "simulate", pom = MojoPoms.EMPTY)
    void ofSimulate(SimulateMojo mojo) {
      areSet(mojo, GoalParameters.simulate());
    }
  }
}
