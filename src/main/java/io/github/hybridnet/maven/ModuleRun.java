package io.github.hybridnet.maven;

import java.util.List;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** A goal in one module. */
@FunctionalInterface
interface ModuleRun {

  /** Runs the goal in the module. */
  void run() throws MojoExecutionException, MojoFailureException;

  /**
   * Runs the goal in several modules.
   *
   * @param triesEach whether the goal goes on with the others after it has failed in one; the first
   *     failure is then that of the goal, and the others are logged
   */
  static void all(List<ModuleRun> runs, boolean triesEach, Log log)
      throws MojoExecutionException, MojoFailureException {
    AbstractMojoExecutionException first = null;
    for (ModuleRun run : runs) {
      try {
        run.run();
      } catch (MojoExecutionException | MojoFailureException e) {
        if (!triesEach || runs.size() == 1 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        log.error(e.getMessage());
        first = first == null ? e : first;
      }
    }
    rethrow(first);
  }

  private static void rethrow(@Nullable AbstractMojoExecutionException failure)
      throws MojoExecutionException, MojoFailureException {
    if (failure instanceof MojoFailureException refused) {
      throw refused;
    }
    if (failure instanceof MojoExecutionException unable) {
      throw unable;
    }
  }
}
