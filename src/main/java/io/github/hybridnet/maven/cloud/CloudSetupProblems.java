package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import org.jspecify.annotations.Nullable;

/** Failures of the cloud setup: Maven's settings, and the simulator. */
final class CloudSetupProblems {
  private static final String SERVER =
      "give the server the client id as <username>, the (encrypted) secret as <password> and"
          + " <configuration><tenant>...</tenant></configuration>";

  private CloudSetupProblems() {}

  static UserException offline(String cloud) {
    return UserException.unable(
        "HN1905",
        "Maven is offline (-o), and hybridnet.cloud is " + cloud + ".",
        "run without -o, or use hybridnet.cloud=simulator, which needs no network",
        null);
  }

  static UserException noServer(String serverId) {
    return UserException.unable(
        "HN1906",
        "hybridnet.serverId names the server "
            + serverId
            + ", which settings.xml does not contain.",
        "add it; " + SERVER,
        null);
  }

  static UserException incompleteServer(String serverId, String missing) {
    return UserException.unable(
        "HN1907",
        "The server " + serverId + " in settings.xml has no " + missing + ".",
        SERVER,
        null);
  }

  static UserException unreplaced(String serverId, String element) {
    return UserException.unable(
        "HN1907",
        "The server "
            + serverId
            + " in settings.xml has no "
            + element
            + ": its value is a variable that is not set.",
        "set that variable for this build",
        null);
  }

  /**
   * A password of settings.xml cannot be read.
   *
   * @param cause the library's exception, for debug output only
   */
  static UserException undecryptable(String id, @Nullable Exception cause) {
    return UserException.unable(
        "HN1908",
        "The password of "
            + id
            + " in settings.xml cannot be decrypted: it was encrypted with another master password"
            + " than that of this machine's settings-security.xml, or that file is missing.",
        "encrypt it again with mvn --encrypt-password, or restore the right settings-security.xml",
        cause);
  }

  static UserException noSimulator(String sentence, RuntimeException cause) {
    return UserException.unable(
        "HN6001",
        PrintableText.line(sentence),
        "correct what the message names. The parameters are hybridnet.simulator.directory, port,"
            + " address, durations and faults",
        cause);
  }
}
