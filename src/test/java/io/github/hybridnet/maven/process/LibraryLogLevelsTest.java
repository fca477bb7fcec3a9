package io.github.hybridnet.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class LibraryLogLevelsTest {
  private static final String MSAL = "org.slf4j.simpleLogger.log.com.microsoft.aad.msal4j";
  private static final String IDENTITY = "org.slf4j.simpleLogger.log.com.azure.identity";

  private final Properties system = new Properties();

  @Test
  void silencesTheSignInLibraries() {
    LibraryLogLevels.quieten(false, new MavenVersion("3.9.11"), system);

    assertThat(system).hasSize(2).containsEntry(MSAL, "off").containsEntry(IDENTITY, "off");
  }

  @Test
  void leavesThemAloneWhenDebugging() {
    LibraryLogLevels.quieten(true, new MavenVersion("3.9.11"), system);

    assertThat(system).isEmpty();
  }

  @Test
  void leavesTheUsersLevel() {
    system.setProperty(MSAL, "debug");

    LibraryLogLevels.quieten(false, new MavenVersion("3.9.11"), system);

    assertThat(system).containsEntry(MSAL, "debug");
  }

  @Test
  void usesTheNameThatMaven4Wants() {
    LibraryLogLevels.quieten(false, new MavenVersion("4.0.0-rc-6"), system);

    assertThat(system)
        .hasSize(2)
        .containsEntry("maven.logger.log.com.azure.identity", "off")
        .containsEntry("maven.logger.log.com.microsoft.aad.msal4j", "off");
  }
}
