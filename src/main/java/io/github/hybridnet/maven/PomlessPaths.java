package io.github.hybridnet.maven;

import java.io.File;
import java.nio.file.Path;

/** What Maven leaves open when a goal runs in a directory that has no POM. */
final class PomlessPaths {
  private static final String BASEDIR = "${project.basedir}" + File.separator;

  private PomlessPaths() {}

  /**
   * The directory below the current one. Without a POM, Maven's {@code project.build.directory}
   * begins with this placeholder, and a directory of that very name would be made.
   */
  static Path below(File directory) {
    return Path.of(directory.getPath().replace(BASEDIR, ""));
  }
}
