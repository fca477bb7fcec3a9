package io.github.hybridnet.azure.vault;

import io.github.hybridnet.text.UserException;
import java.net.URI;

/** Why a secret of a Key Vault cannot be used, as whole sentences with their fix. */
final class KeyVaultProblems {
  private KeyVaultProblems() {}

  /** A Key Vault does not give a secret. */
  static UserException secretNotRead(String secret, URI vault, String said, Throwable detail) {
    return UserException.unable(
        "HN3040",
        "The secret '" + secret + "' of the Key Vault " + vault + " cannot be read: " + said,
        "correct the names in the parameter file, or let the identity get secrets of this Key Vault"
            + " (role Key Vault Secrets User)",
        detail);
  }

  /** A vault's name could be no part of an address. */
  static UserException badVaultName(String vaultId) {
    return UserException.unable(
        "HN3042",
        "The parameter files refer to the Key Vault '"
            + vaultId
            + "', which is not a valid vault name.",
        "write the resource id of the Key Vault. The name of a Key Vault has letters, digits and"
            + " hyphens",
        null);
  }

  /** A vault is named in a cloud that has none. */
  static UserException noKeyVault(String cloud, String vaultId) {
    return UserException.unable(
        "HN3041",
        "The parameter files refer to the Key Vault '"
            + vaultId
            + "', but the cloud '"
            + cloud
            + "' has no address for Key Vaults.",
        "pass the secret in another way, for example ${env.SHARED_KEY}",
        null);
  }
}
