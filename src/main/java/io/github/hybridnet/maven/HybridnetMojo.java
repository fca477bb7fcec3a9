package io.github.hybridnet.maven;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.maven.parameter.GoalParameterCheck;
import io.github.hybridnet.maven.parameter.RepeatedOptions;
import io.github.hybridnet.maven.process.MavenVersion;
import io.github.hybridnet.maven.process.ShutdownSafeLog;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The common part of all goals: skipping, and the translation of failures for Maven. */
abstract class HybridnetMojo extends AbstractMojo {
  /** Less than build servers give a job that they cancel. */
  static final Duration LEAVE_WITHIN = Duration.ofSeconds(6);

  /** Skips all goals of this plugin. */
  @Parameter(property = "hybridnet.skip", defaultValue = "false")
  private boolean skip;

  /** The build that runs this goal. Maven sets this field. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** The execution that runs this goal. Maven sets this field. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Inject private LifecycleExecutor lifecycle;

  @Inject private BuildPluginManager plugins;

  private final Set<String> namedGoals = new ConcurrentSkipListSet<>();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (isSkipped()) {
      getLog().info("Skipping " + execution.getGoal() + ".");
      return;
    }
    ModuleRun.all(runs(), triesEachModule(), getLog());
  }

  /**
   * The goal in this module. One that reads parameter files runs in each module that has some,
   * which Maven does not do.
   */
  private List<ModuleRun> runs() {
    DeclarationParameters declaration = declaration();
    if (declaration == null) {
      return List.of(this::executeHere);
    }
    List<MavenProject> others = new ReactorModules(session, execution).withFiles();
    List<ModuleRun> runs = new ArrayList<>();
    if (others.isEmpty() || declaration.hasDirectory()) {
      runs.add(this::executeHere);
    }
    others.forEach(module -> runs.add(() -> executeIn(module)));
    return runs;
  }

  private void executeIn(MavenProject module) throws MojoExecutionException, MojoFailureException {
    getLog().info("--- " + execution.getGoal() + " in module " + module.getArtifactId());
    try {
      new ReactorModules(session, execution)
          .run(module, new ReactorModules.GoalRunner(lifecycle, plugins));
    } catch (RuntimeException e) {
      throw unexpected(e);
    }
  }

  private MojoExecutionException unexpected(RuntimeException e) {
    return MojoExceptionTranslator.unexpected(e, mayChange(), this::repeatedOptions, getLog());
  }

  private void executeHere() throws MojoExecutionException, MojoFailureException {
    try {
      GoalParameterCheck check = new GoalParameterCheck(session, execution);
      check.require();
      check.warn(memory(), out());
      runStoppable();
      CommandHintWriter.hints(namedGoals, this::repeatedOptions).forEach(lines()::info);
    } catch (UserException e) {
      throw MojoExceptionTranslator.translate(e, this::repeatedOptions, getLog());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (RuntimeException e) {
      throw unexpected(e);
    }
  }

  /** What the goals of this plugin remember while a project is built. */
  @SuppressWarnings("unchecked")
  final Map<String, Object> memory() {
    return getPluginContext();
  }

  /** Whether a parameter skips the goal. */
  final boolean isSkipped() {
    return skip || skipsThisGoal();
  }

  /** Whether the goal's own skip parameter is set. */
  abstract boolean skipsThisGoal();

  /** Which parameter files the goal reads; null for a goal that reads none. */
  @Nullable DeclarationParameters declaration() {
    return null;
  }

  /** Whether the goal continues with the other modules after it has failed in one. */
  boolean triesEachModule() {
    return false;
  }

  /** Whether the goal may change something in Azure. */
  boolean mayChange() {
    return false;
  }

  /** Runs the goal after all its parameters were checked. */
  abstract void run() throws InterruptedException;

  /**
   * Runs the goal so that it can be stopped. Goals that wait for a cloud show what is still running
   * there.
   */
  void runStoppable() throws InterruptedException {
    run();
  }

  /** The failure of a goal that was stopped. */
  MojoExecutionException interrupted() {
    return MojoExceptionTranslator.interrupted(execution.getGoal(), mayChange());
  }

  final MavenSession session() {
    return session;
  }

  final MojoExecution execution() {
    return execution;
  }

  /** The options that a command has to repeat to apply to the same cloud, files and network. */
  final List<String> repeatedOptions() {
    return RepeatedOptions.of(execution, session);
  }

  private List<String> repeatedOptions(String goal) {
    return RepeatedOptions.of(goal, execution, session);
  }

  final LineWriter out() {
    return new CommandHintWriter(lines(), namedGoals::addAll);
  }

  private LineWriter lines() {
    return ShutdownSafeLog.after(
        new MavenLogWriter(getLog(), modulePrefix()), MavenVersion.of(session));
  }

  /** The module's name, if several modules are built in parallel and Maven does not show it. */
  private String modulePrefix() {
    boolean several =
        session.getRequest().getDegreeOfConcurrency() > 1 && session.getProjects().size() > 1;
    return several ? session.getCurrentProject().getArtifactId() + ": " : "";
  }
}
