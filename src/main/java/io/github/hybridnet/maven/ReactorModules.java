package io.github.hybridnet.maven;

import io.github.hybridnet.maven.parameter.ParameterFileDirectories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * The other modules that a goal of the command line is meant for. Maven runs a goal that needs no
 * POM in one module of a reactor only, and passes over all others in silence: see {@code
 * LifecycleTaskSegmentCalculator}, the same in Maven 3.6.3 to 4.
 */
final class ReactorModules {
  private static final String UNNAMED = "default-cli";

  private final MavenSession session;
  private final MojoExecution execution;

  ReactorModules(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /** What runs a goal in a module. */
  record GoalRunner(LifecycleExecutor lifecycle, BuildPluginManager plugins) {}

  /** Those that have parameter files, in the order of the build. */
  List<MavenProject> withFiles() {
    boolean forAll =
        execution.getSource() == MojoExecution.Source.CLI
            && session.getCurrentProject().equals(session.getTopLevelProject())
            && !Path.of(directoryOfUser()).isAbsolute();
    if (!forAll) {
      return List.of();
    }
    String key = Plugin.constructKey(execution.getGroupId(), execution.getArtifactId());
    ParameterFileDirectories directories = new ParameterFileDirectories(session, key);
    return session.getProjects().stream()
        .filter(project -> !project.equals(session.getCurrentProject()))
        .filter(project -> directories.of(project).stream().anyMatch(Files::isDirectory))
        .toList();
  }

  private String directoryOfUser() {
    return session.getUserProperties().getProperty(ParameterFileDirectories.PROPERTY, "");
  }

  /**
   * Runs the goal in one of them, as Maven would if it were the only one.
   *
   * @throws MojoExecutionException as the goal there does
   * @throws MojoFailureException as the goal there does
   */
  void run(MavenProject module, GoalRunner goalRunner)
      throws MojoExecutionException, MojoFailureException {
    MavenProject here = session.getCurrentProject();
    session.setCurrentProject(module);
    try {
      for (MojoExecution each :
          goalRunner.lifecycle().calculateExecutionPlan(session, task()).getMojoExecutions()) {
        goalRunner.plugins().executeMojo(session, each);
      }
    } catch (MojoExecutionException | MojoFailureException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Maven cannot run " + task() + " in " + module.getId(), e);
    } finally {
      session.setCurrentProject(here);
    }
  }

  private String task() {
    String id = execution.getExecutionId();
    return String.join(
            ":",
            execution.getGroupId(),
            execution.getArtifactId(),
            execution.getVersion(),
            execution.getGoal())
        + (id == null || id.equals(UNNAMED) ? "" : "@" + id);
  }
}
