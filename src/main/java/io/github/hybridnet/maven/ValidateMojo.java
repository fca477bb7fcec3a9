package io.github.hybridnet.maven;

import io.github.hybridnet.config.file.ParameterFileSelection;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the parameter files without Azure, in under a second. Reports all problems at once, each
 * with its file, line and column, and a fix. Errors fail the build; warnings do so with {@code
 * hybridnet.failOnWarning}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public class ValidateMojo extends DeclarationMojo {

  /** Skips this goal. */
  @Parameter(property = "hybridnet.validate.skip", defaultValue = "false")
  private boolean skipValidate;

  @Override
  boolean skipsThisGoal() {
    return skipValidate;
  }

  @Override
  void run() {
    var unused = declared(ParameterFileSelection.NETWORK);
  }
}
