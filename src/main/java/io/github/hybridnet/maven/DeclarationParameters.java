package io.github.hybridnet.maven;

import io.github.hybridnet.app.DeclarationReader;
import io.github.hybridnet.app.FindingsAlreadyShown;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.maven.parameter.MavenPropertyLookup;
import io.github.hybridnet.model.HybridNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the goals that read the parameter files.
 *
 * @param directory where the files are
 * @param resourceGroup the group that outranks that of the files, or null
 * @param strictness how the files are judged
 */
record DeclarationParameters(
    Path directory, @Nullable String resourceGroup, DeclarationReader.Strictness strictness) {

  /** Whether the directory is there. */
  boolean hasDirectory() {
    return Files.exists(directory);
  }

  /** Whether a file is there. */
  boolean has(ParameterFile file) {
    return Files.exists(directory.resolve(file.fileName()));
  }

  /** Reads and validates the files that a goal needs; problems are shown and fail the goal. */
  HybridNetwork read(ParameterFileSelection files, HybridnetMojo goal) {
    FindingsAlreadyShown shown =
        new FindingsAlreadyShown(
            Path.of(goal.session().getExecutionRootDirectory()), goal.memory());
    return new DeclarationReader(configuration(files, goal), strictness, shown, goal.out()).read();
  }

  /** What is read: the files, and the values of their placeholders. */
  ConfigurationReader.Request configuration(ParameterFileSelection files, HybridnetMojo goal) {
    return new ConfigurationReader.Request(
        directory,
        files,
        resourceGroup,
        new MavenPropertyLookup(goal.session(), goal.execution(), System.getenv()),
        System.getenv()::get);
  }
}
