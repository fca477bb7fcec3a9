package io.github.hybridnet.config;

import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.model.Finding;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to read.
 *
 * @param directory where the parameter files are; findings name files as this path does
 * @param files which files must exist, and which are judged
 * @param resourceGroup the resource group that overrides the one in the files, or null
 * @param properties Maven properties, for <code>${name}</code>
 * @param environment environment variables, for <code>${env.NAME}</code>
 */
public record ConfigurationRequest(
    Path directory,
    ParameterFileSelection files,
    @Nullable String resourceGroup,
    ValueLookup properties,
    ValueLookup environment) {

  /** A request that judges all files. */
  public ConfigurationRequest(
      Path directory,
      Set<ParameterFile> required,
      @Nullable String resourceGroup,
      ValueLookup properties,
      ValueLookup environment) {
    this(
        directory,
        ParameterFileSelection.requiring(required),
        resourceGroup,
        properties,
        environment);
  }

  /** Whether a finding counts: it does not stand in a file that is only read. */
  public boolean judges(Finding finding) {
    for (ParameterFile file : ParameterFile.values()) {
      if (path(file).toString().equals(finding.place().file())) {
        return files.judged().contains(file);
      }
    }
    return true;
  }

  /** Where a file is. */
  Path path(ParameterFile file) {
    return directory.resolve(file.fileName());
  }
}
