package io.github.hybridnet.maven.cloud;

import static io.github.hybridnet.app.ProblemAssertions.says;

import org.junit.jupiter.api.Test;

class CloudSetupProblemsTest {
  private static final String ENTRY =
      "give the <server> entry the client id as <username>, the (encrypted) client secret as"
          + " <password>, and <configuration><tenant>...</tenant></configuration>";

  @Test
  void mavenIsOffline() {
    says(
        CloudSetupProblems.offline("azure"),
        "HN1905: Maven is offline (-o), but the cloud 'azure' (hybridnet.cloud) needs the network.",
        "  Fix: run without -o, or use hybridnet.cloud=simulator, which needs no network");
  }

  @Test
  void settings() {
    says(
        CloudSetupProblems.noServer("prod"),
        "HN1906: hybridnet.serverId is 'prod', but settings.xml has no <server> entry with this"
            + " id.",
        "  Fix: add the entry to settings.xml: " + ENTRY);
    says(
        CloudSetupProblems.incompleteServer("prod", "<username>"),
        "HN1907: The <server> entry 'prod' in settings.xml has no <username>.",
        "  Fix: " + ENTRY);
    says(
        CloudSetupProblems.unreplaced("prod", "<tenant>"),
        "HN1907: The <tenant> of the <server> entry 'prod' in settings.xml is a variable that has"
            + " no value.",
        "  Fix: set that variable for this build, or write the value in settings.xml");
    says(
        CloudSetupProblems.undecryptable("the <server> entry 'prod'", null),
        "HN1908: The password of the <server> entry 'prod' in settings.xml cannot be decrypted. It"
            + " was encrypted with another master password than the one in this machine's"
            + " settings-security.xml, or that file is missing.",
        "  Fix: encrypt the password again with mvn --encrypt-password, or restore the right"
            + " settings-security.xml");
  }

  @Test
  void simulator() {
    says(
        CloudSetupProblems.noSimulator("The port is taken.", new RuntimeException()),
        "HN6001: The port is taken.",
        "  Fix: correct what the message names. The simulator's parameters begin with"
            + " hybridnet.simulator (docs/parameters.md)");
  }
}
