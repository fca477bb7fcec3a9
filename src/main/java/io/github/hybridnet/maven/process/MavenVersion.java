package io.github.hybridnet.maven.process;

import org.apache.maven.execution.MavenSession;

/**
 * The version of the Maven that runs.
 *
 * @param text such as {@code 3.9.11}; empty when it is not known
 */
public record MavenVersion(String text) {

  /** The version of a session's Maven. */
  public static MavenVersion of(MavenSession session) {
    return new MavenVersion(session.getSystemProperties().getProperty("maven.version", ""));
  }

  /** Whether it is 4 or later; an unknown one is taken for 3. */
  boolean isAtLeastFour() {
    return !text.isEmpty() && !text.startsWith("3.");
  }
}
