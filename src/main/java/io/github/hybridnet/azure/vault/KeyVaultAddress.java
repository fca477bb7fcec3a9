package io.github.hybridnet.azure.vault;

import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a Key Vault is.
 *
 * @param uri {@code https://name.suffix}, by the suffix of the cloud
 */
record KeyVaultAddress(URI uri) {
  /** Anything else could make an address of another host, and the token would go there. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,24}");

  /**
   * The address of a vault.
   *
   * <p>An installation that serves its vaults under its own name and port has a suffix without a
   * leading dot that contains a port; there the vault's name is no part of the host.
   *
   * @param vaultId its resource id, or its name
   */
  static KeyVaultAddress of(CloudEnvironment cloud, String vaultId) {
    String suffix = cloud.vaultSuffix();
    if (suffix == null || suffix.isBlank()) {
      throw KeyVaultProblems.noKeyVault(cloud.name(), vaultId);
    }
    String name = ResourceIdParser.lastName(vaultId);
    if (!NAME.matcher(name).matches()) {
      throw KeyVaultProblems.badVaultName(vaultId);
    }
    if (suffix.contains(":")) {
      return new KeyVaultAddress(URI.create("https://" + suffix));
    }
    String host = suffix.startsWith(".") ? name + suffix : name + "." + suffix;
    return new KeyVaultAddress(URI.create("https://" + host));
  }
}
