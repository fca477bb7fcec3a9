package io.github.hybridnet.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A secret value, or the place in a Key Vault that holds it. Nothing prints it: {@link #toString()}
 * masks.
 */
public final class Secret {
  private final @Nullable String text;
  private final @Nullable KeyVaultReference reference;
  private final Source source;

  /** Where a secret came from. */
  public enum Source {
    /** Written out in a parameter file. */
    FILE,
    /** A Maven property, through a placeholder. */
    PROPERTY,
    /** An environment variable, through a placeholder. */
    ENVIRONMENT,
    /** The secret is in a Key Vault. */
    KEY_VAULT,
    /** Read from the cloud. */
    CLOUD
  }

  /**
   * A secret in an Azure Key Vault.
   *
   * @param vaultId the resource id of the vault
   * @param secretName the secret's name
   * @param secretVersion the version, or null for the current one
   */
  public record KeyVaultReference(
      String vaultId, String secretName, @Nullable String secretVersion) {}

  private Secret(@Nullable String text, @Nullable KeyVaultReference reference, Source source) {
    this.text = text;
    this.reference = reference;
    this.source = source;
  }

  /** A secret whose text is known. */
  public static Secret of(String text, Source source) {
    return new Secret(text, null, source);
  }

  /** A secret that a Key Vault holds. */
  public static Secret in(KeyVaultReference reference) {
    return new Secret(null, reference, Source.KEY_VAULT);
  }

  /** The vault's entry, for a secret that has not been fetched. */
  public Optional<KeyVaultReference> reference() {
    return Optional.ofNullable(reference);
  }

  /** Where it came from. */
  public Source source() {
    return source;
  }

  /**
   * The text, for the request that needs it and for nothing else.
   *
   * @throws IllegalStateException when the secret is still in its vault
   */
  public String reveal() {
    if (text == null) {
      throw new IllegalStateException("The secret has not been fetched from its Key Vault.");
    }
    return text;
  }

  /**
   * How many characters the text has.
   *
   * @throws IllegalStateException when the secret is still in its vault
   */
  public int length() {
    return reveal().length();
  }

  /**
   * Whether the text obeys a rule, which must not keep or show it.
   *
   * @throws IllegalStateException when the secret is still in its vault
   */
  public boolean matches(Predicate<String> rule) {
    return rule.test(reveal());
  }

  /** Whether both are known and equal; the comparison takes the same time wherever they differ. */
  public boolean matches(Secret other) {
    return text != null
        && other.text != null
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
