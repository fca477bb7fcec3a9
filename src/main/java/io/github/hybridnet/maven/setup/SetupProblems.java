package io.github.hybridnet.maven.setup;

import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.model.Printable;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a goal cannot come to its cloud because of Maven's settings or the simulator.
 */
final class SetupProblems {
  private static final String SERVER =
      "give the server the client id as <username>, the (encrypted) secret as <password> and"
          + " <configuration><tenant>...</tenant></configuration>";

  private SetupProblems() {}

  static HybridnetException offline(String cloud) {
    return HybridnetException.unable(
        "HN1905",
        "Maven is offline (-o), and hybridnet.cloud is " + cloud + ".",
        "run without -o, or use hybridnet.cloud=simulator, which needs no network",
        null);
  }

  static HybridnetException noServer(String serverId) {
    return HybridnetException.unable(
        "HN1906",
        "settings.xml has no server " + serverId + ", which hybridnet.serverId names.",
        "add it; " + SERVER,
        null);
  }

  static HybridnetException incompleteServer(String serverId, String missing) {
    return HybridnetException.unable(
        "HN1907",
        "The server " + serverId + " in settings.xml has no " + missing + ".",
        SERVER,
        null);
  }

  static HybridnetException unreplaced(String serverId, String element) {
    return HybridnetException.unable(
        "HN1907",
        "The server "
            + serverId
            + " in settings.xml has no "
            + element
            + ": what stands there is a variable without a value.",
        "set that variable for this build",
        null);
  }

  /**
   * A password of settings.xml cannot be read.
   *
   * @param cause what the library says; for the log of details alone
   */
  static HybridnetException undecryptable(String id, @Nullable Exception cause) {
    return HybridnetException.unable(
        "HN1908",
        "The password of "
            + id
            + " in settings.xml cannot be decrypted: it was encrypted with another master password"
            + " than that of this machine's settings-security.xml, or that file is missing.",
        "encrypt it again with mvn --encrypt-password, or bring the right settings-security.xml",
        cause);
  }

  static HybridnetException noSimulator(String sentence, RuntimeException cause) {
    return HybridnetException.unable(
        "HN6001",
        Printable.line(sentence),
        "mend what is named there; the parameters are hybridnet.simulator.directory, port, address,"
            + " durations and faults",
        cause);
  }
}
