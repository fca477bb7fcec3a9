package io.github.hybridnet.maven;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Translates failures into those of Maven; the one place that does. Causes travel as suppressed
 * exceptions, since Maven prints the message of every cause below ours; with {@code -X} they are
 * logged.
 */
final class MojoExceptionTranslator {
  private static final String UNCHANGED = "Nothing was changed in Azure";

  private MojoExceptionTranslator() {}

  /**
   * A failure that the user can act on.
   *
   * @param options what a command of a goal has to repeat
   */
  static MojoExecutionException translate(
      UserException e, Function<String, List<String>> options, Log log)
      throws MojoFailureException {
    debug(e, log);
    String message =
        CommandHintWriter.withHints(PrintableText.lines(String.valueOf(e.getMessage())), options);
    if (e.kind() == UserException.Kind.REFUSED) {
      throw with(new MojoFailureException(message), e);
    }
    return with(new MojoExecutionException(message), e);
  }

  /**
   * The build was stopped.
   *
   * @param mayChange whether the goal may have changed something in Azure
   */
  static MojoExecutionException interrupted(String goal, boolean mayChange) {
    return new MojoExecutionException(
        "HN9002: The goal "
            + goal
            + " was interrupted. "
            + (mayChange ? "Operations that Azure has accepted continue there." : UNCHANGED + ".")
            + System.lineSeparator()
            + "  Fix: run the goal again"
            + (mayChange ? ". It continues from the existing resources" : ""));
  }

  /** The simulator in the foreground was stopped, which is its normal end. */
  static MojoExecutionException interruptedSimulation() {
    return new MojoExecutionException(
        "HN9002: The goal simulate was interrupted. The simulator has stopped, and its state is"
            + " saved."
            + System.lineSeparator()
            + "  Fix: nothing to fix. Run the goal again to continue from the saved state");
  }

  /**
   * A mistake of the plugin itself.
   *
   * @param mayChange whether the goal may have changed something in Azure
   * @param options what a command of a goal has to repeat
   */
  static MojoExecutionException unexpected(
      RuntimeException e, boolean mayChange, Function<String, List<String>> options, Log log) {
    debug(e, log);
    String message =
        "HN9001: The plugin stopped because of a mistake in the plugin itself: "
            + e.getClass().getSimpleName()
            + ". "
            + (mayChange ? "The goal may have changed resources in Azure" : UNCHANGED)
            + "."
            + System.lineSeparator()
            + "  Fix: run the goal again with -X, and report the stack trace at"
            + " https://github.com/hybridnet/hybridnet-maven-plugin/issues"
            + (mayChange ? ". hybridnet:status shows what exists in Azure now" : "");
    return with(new MojoExecutionException(CommandHintWriter.withHints(message, options)), e);
  }

  private static <T extends Exception> T with(T failure, Throwable detail) {
    failure.addSuppressed(PrintableException.of(detail));
    return failure;
  }

  private static void debug(Throwable e, Log log) {
    if (log.isDebugEnabled()) {
      log.debug("The failure in detail:", PrintableException.of(e));
    }
  }
}
