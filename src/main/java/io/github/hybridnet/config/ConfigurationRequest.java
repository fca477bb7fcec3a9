package io.github.hybridnet.config;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to read.
 *
 * @param directory where the parameter files are; findings name files as this path does
 * @param required the files that must exist; every other one is read when it exists
 * @param resourceGroup the resource group that overrides the one in the files, or null
 * @param properties Maven properties, for <code>${name}</code>
 * @param environment environment variables, for <code>${env.NAME}</code>
 */
public record ConfigurationRequest(
    Path directory,
    Set<ParameterFile> required,
    @Nullable String resourceGroup,
    Lookup properties,
    Lookup environment) {
  /** Copies the set. */
  public ConfigurationRequest {
    required = Set.copyOf(required);
  }
}
