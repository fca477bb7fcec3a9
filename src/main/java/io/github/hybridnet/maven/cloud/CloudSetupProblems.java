package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Failures of the cloud setup: Maven's settings, the secret that signs drills, and the simulator.
 */
final class CloudSetupProblems {
  private static final String SERVER =
      "give the <server> entry the client id as <username>, the (encrypted) client secret as"
          + " <password>, and <configuration><tenant>...</tenant></configuration>";

  private CloudSetupProblems() {}

  static UserException offline(String cloud) {
    return UserException.unable(
        "HN1905",
        "Maven is offline (-o), but the cloud '" + cloud + "' (hybridnet.cloud) needs the network.",
        "run without -o, or use hybridnet.cloud=simulator, which needs no network",
        null);
  }

  static UserException noServer(String serverId) {
    return UserException.unable(
        "HN1906",
        "hybridnet.serverId is '"
            + serverId
            + "', but settings.xml has no <server> entry with this id.",
        "add the entry to settings.xml: " + SERVER,
        null);
  }

  static UserException incompleteServer(String serverId, String missing) {
    return UserException.unable(
        "HN1907",
        "The <server> entry '" + serverId + "' in settings.xml has no " + missing + ".",
        SERVER,
        null);
  }

  static UserException unreplaced(String serverId, String element) {
    return UserException.unable(
        "HN1907",
        "The "
            + element
            + " of the <server> entry '"
            + serverId
            + "' in settings.xml is a variable that has no value.",
        "set that variable for this build, or write the value in settings.xml",
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
            + " in settings.xml cannot be decrypted. It was encrypted with another master password"
            + " than the one in this machine's settings-security.xml, or that file is missing.",
        "encrypt the password again with mvn --encrypt-password, or restore the right"
            + " settings-security.xml",
        cause);
  }

  static UserException noSigningSecret(String place, String parameter) {
    return UserException.unable(
        "HN5072",
        "The secret that signs the tags of failover drills is missing: "
            + place
            + ", which "
            + parameter
            + " names, does not exist or has no <password>.",
        "add that entry with the secret as its (encrypted) <password>, or leave "
            + parameter
            + " out",
        null);
  }

  static UserException shortSigningSecret(String place, int shortest) {
    return UserException.refused(
        "HN5073",
        "The secret that signs the tags of failover drills is too short. In "
            + place
            + " it must have at least "
            + shortest
            + " characters.",
        "use a random secret, such as the output of openssl rand -base64 32");
  }

  static UserException noSimulator(String sentence, RuntimeException cause) {
    return UserException.unable(
        "HN6001",
        PrintableText.lines(sentence),
        "correct what the message names. The simulator's parameters begin with"
            + " hybridnet.simulator (docs/parameters.md)",
        cause);
  }

  /** The simulator was used a moment ago, and no longer answers. */
  static UserException silentSimulator(RuntimeException cause) {
    return UserException.unable(
        "HN6001",
        "The drill was not started, because the simulator has stopped or does not answer. "
            + PrintableText.line(String.valueOf(cause.getMessage()))
            + ". Nothing was changed.",
        "run the goal again. If the simulator has stopped, the goal starts it again with the state"
            + " that was saved",
        cause);
  }
}
