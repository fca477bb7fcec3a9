package io.github.hybridnet.azure.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyVaultAddressTest {
  private static final String ID =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-prod";

  @ParameterizedTest
  @CsvSource({
    "AZURE, https://kv-prod.vault.azure.net",
    "AZURE_CHINA, https://kv-prod.vault.azure.cn",
    "AZURE_US_GOVERNMENT, https://kv-prod.vault.usgovcloudapi.net"
  })
  void followsTheCloud(CloudTarget.KnownCloud cloud, URI address) {
    assertThat(KeyVaultAddress.of(CloudEnvironment.of(cloud), ID).uri()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    ".vault.stack.example, https://kv-prod.vault.stack.example",
    "vault.stack.example, https://kv-prod.vault.stack.example",
    "localhost:8443, https://localhost:8443"
  })
  void followsTheMetadata(String suffix, URI address) {
    assertThat(KeyVaultAddress.of(custom(suffix), ID).uri()).isEqualTo(address);
  }

  @Test
  void saysThatACloudHasNoVaults() {
    assertThatThrownBy(() -> KeyVaultAddress.of(custom(null), ID))
        .hasMessage(
            "HN3041: The parameter files refer to the Key Vault '"
                + ID
                + "', but the cloud 'stack' has no address for Key Vaults."
                + System.lineSeparator()
                + "  Fix: pass the secret in another way, for example ${env.SHARED_KEY}");
  }

  private static CloudEnvironment custom(String suffix) {
    URI endpoint = URI.create("https://localhost:8443");
    return new CloudEnvironment("stack", endpoint, endpoint, "https://stack", suffix);
  }
}
