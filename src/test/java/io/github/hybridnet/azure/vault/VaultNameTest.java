package io.github.hybridnet.azure.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import io.github.hybridnet.text.UserException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vault's name becomes part of the host that the token is sent to. */
class VaultNameTest {
  private static final CloudEnvironment AZURE = CloudEnvironment.of(CloudTarget.KnownCloud.AZURE);

  @Test
  void aNameIsPutBeforeTheSuffix() {
    assertThat(KeyVaultAddress.of(AZURE, "my-vault"))
        .isEqualTo(new KeyVaultAddress(URI.create("https://my-vault.vault.azure.net")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example#", "evil.example?", "a@evil.example:443", "", "a b"})
  void aNameThatWouldLeadElsewhereIsRefused(String name) {
    assertThatThrownBy(() -> KeyVaultAddress.of(AZURE, "/vaults/" + name))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN3042: The parameter files refer to the Key Vault '/vaults/");
  }
}
