package io.github.hybridnet.maven.process;

import java.util.List;
import java.util.Properties;

/**
 * Silences the sign-in libraries. They log each failure up to three times as an error, before the
 * goal reports it once with its fix. Their loggers are Maven's own, which read these properties
 * when they are made; there is no other way to reach them from a plugin.
 */
public final class LibraryLogLevels {
  private static final String LEVEL = "org.slf4j.simpleLogger.log.";
  private static final String LEVEL_SINCE_MAVEN_4 = "maven.logger.log.";
  private static final List<String> LIBRARIES =
      List.of("com.azure.identity", "com.microsoft.aad.msal4j");

  private LibraryLogLevels() {}

  /**
   * Silences them, unless the user debugs or has set their level.
   *
   * @param maven the Maven that runs; 4 has another name for the property and complains about the
   *     old one
   * @param system the system properties; changed
   */
  public static void quieten(boolean debugging, MavenVersion maven, Properties system) {
    String level = maven.isAtLeastFour() ? LEVEL_SINCE_MAVEN_4 : LEVEL;
    if (!debugging) {
      LIBRARIES.forEach(name -> system.putIfAbsent(level + name, "off"));
    }
  }
}
