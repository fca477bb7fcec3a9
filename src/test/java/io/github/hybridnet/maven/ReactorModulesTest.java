package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven calls a goal of the command line in one module; it is meant for all that have files. */
class ReactorModulesTest {
  private static final String TASK = "io.github.hybridnet:hybridnet-maven-plugin:1:status";

  @TempDir Path directory;

  private final LifecycleExecutor lifecycle = mock(LifecycleExecutor.class);
  private final BuildPluginManager plugins = mock(BuildPluginManager.class);
  private final List<String> ranIn = new ArrayList<>();
  private MavenProject root;
  private MavenSession session;

  @BeforeEach
  void aReactor() throws Exception {
    root = module("root", "");
    root.setExecutionRoot(true);
    MavenProject elsewhere =
        module("elsewhere", "<c><parametersDirectory>nets</parametersDirectory></c>");
    Files.createDirectories(directory.resolve("elsewhere/nets"));
    Files.createDirectories(directory.resolve("usual/src/main/hybridnet"));
    session =
        new MavenSession(
            null,
            new DefaultRepositorySystemSession(),
            new DefaultMavenExecutionRequest(),
            new DefaultMavenExecutionResult());
    session.setProjects(List.of(root, module("app", ""), elsewhere, module("usual", "")));
    MavenExecutionPlan plan = mock(MavenExecutionPlan.class);
    when(plan.getMojoExecutions()).thenReturn(List.of(execution(MojoExecution.Source.CLI)));
    when(lifecycle.calculateExecutionPlan(session, TASK)).thenReturn(plan);
    doAnswer(call -> ranIn.add(session.getCurrentProject().getArtifactId()))
        .when(plugins)
        .executeMojo(any(), any());
  }

  @Test
  void thoseWithFilesAreMeantInTheOrderOfTheBuild() throws Exception {
    ReactorModules others = new ReactorModules(session, execution(MojoExecution.Source.CLI));
    for (MavenProject each : others.withFiles()) {
      others.run(each, new ReactorModules.GoalRunner(lifecycle, plugins));
    }
    assertThat(ranIn).containsExactly("elsewhere", "usual");
    assertThat(session.getCurrentProject()).isSameAs(root);
  }

  @Test
  void aGoalOfTheLifecycleRunsInEachModuleByItself() {
    assertThat(new ReactorModules(session, execution(MojoExecution.Source.LIFECYCLE)).withFiles())
        .isEmpty();
  }

  /** The goal has been called there by this class. */
  @Test
  void noModuleCallsTheOthersAgain() {
    session.setCurrentProject(session.getProjects().get(2));
    assertThat(new ReactorModules(session, execution(MojoExecution.Source.CLI)).withFiles())
        .isEmpty();
  }

  @Test
  void oneDirectoryForAllIsReadOnce() {
    session
        .getUserProperties()
        .setProperty(
            "hybridnet.parametersDirectory",
            directory.resolve("usual/src/main/hybridnet").toString());
    assertThat(new ReactorModules(session, execution(MojoExecution.Source.CLI)).withFiles())
        .isEmpty();
  }

  @Test
  void aFailureOfAModuleIsThatOfTheGoal() throws Exception {
    MojoFailureException failure = new MojoFailureException("HN1000: canary");
    doAnswer(
            call -> {
              throw failure;
            })
        .when(plugins)
        .executeMojo(any(), any());
    ReactorModules others = new ReactorModules(session, execution(MojoExecution.Source.CLI));
    assertThatThrownBy(
            () ->
                others.run(
                    others.withFiles().get(0), new ReactorModules.GoalRunner(lifecycle, plugins)))
        .isSameAs(failure);
    assertThat(session.getCurrentProject()).isSameAs(root);
  }

  private MavenProject module(String name, String configuration) throws Exception {
    Model model = new Model();
    model.setGroupId("g");
    model.setArtifactId(name);
    model.setVersion("1");
    model.setBuild(new Build());
    if (!configuration.isEmpty()) {
      Plugin plugin = new Plugin();
      plugin.setGroupId("io.github.hybridnet");
      plugin.setArtifactId("hybridnet-maven-plugin");
      plugin.setConfiguration(Xpp3DomBuilder.build(new java.io.StringReader(configuration)));
      model.getBuild().addPlugin(plugin);
    }
    MavenProject project = new MavenProject(model);
    project.setFile(Files.createDirectories(directory.resolve(name)).resolve("pom.xml").toFile());
    return project;
  }

  private static MojoExecution execution(MojoExecution.Source source) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("io.github.hybridnet");
    plugin.setArtifactId("hybridnet-maven-plugin");
    plugin.setVersion("1");
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    goal.setGoal("status");
    return new MojoExecution(goal, "default-cli", source);
  }
}
