package io.github.hybridnet.azure.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.text.UserException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The sentences that no other test of this package brings about. */
class KeyVaultProblemsTest {
  private static final Throwable DETAIL = new IllegalStateException("detail");

  @Test
  void aSecretThatIsNotRead() {
    assertSays(
        KeyVaultProblems.secretNotRead(
            "vpn-key", URI.create("https://kv.vault.azure.net"), "Forbidden.", DETAIL),
        "HN3040: The secret 'vpn-key' of the Key Vault https://kv.vault.azure.net cannot be read:"
            + " Forbidden.\n"
            + "  Fix: correct the names in the parameter file, or let the identity get secrets of"
            + " this Key Vault (role Key Vault Secrets User)");
  }

  private static void assertSays(UserException problem, String sentence) {
    assertThat(problem).hasMessage(sentence.replace("\n", System.lineSeparator()));
    assertThat(problem.getCause()).isNull();
    assertThat(problem.getSuppressed()).containsExactly(DETAIL);
  }
}
