package io.github.hybridnet.azure.vault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.EndpointGuardPolicy;
import io.github.hybridnet.azure.http.ListRemovalPolicy;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.signin.CloudAuthenticator.AuthenticatedSession;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.Secret.KeyVaultReference;
import java.net.URI;
import java.time.Duration;

/** Fetches the secrets that parameter files refer to. */
public final class KeyVaultSecretReader {
  private static final int REFUSED = 401;

  private final AuthenticatedSession authenticatedSession;
  private final HttpClient client;
  private final CloudErrorTranslator errors;
  private final SecretScrubber secretScrubber;

  /** Fetches as the identity that signed in. */
  public KeyVaultSecretReader(
      AuthenticatedSession authenticatedSession,
      HttpClient client,
      CloudErrorTranslator errors,
      SecretScrubber secretScrubber) {
    this.authenticatedSession = authenticatedSession;
    this.client = client;
    this.errors = errors;
    this.secretScrubber = secretScrubber;
  }

  /**
   * The secret with its text; one that has it already is returned as it is.
   *
   * @throws io.github.hybridnet.text.UserException when the vault does not give it
   */
  public Secret resolve(Secret secret) {
    return secret.reference().map(this::fetched).orElse(secret);
  }

  private Secret fetched(KeyVaultReference reference) {
    KeyVaultAddress address = KeyVaultAddress.of(authenticatedSession.cloud(), reference.vaultId());
    try {
      return fetched(address, reference);
    } catch (CloudException failure) {
      throw KeyVaultProblems.secretNotRead(
          reference.secretName(), address.uri(), String.valueOf(failure.getMessage()), failure);
    }
  }

  /** A token that the vault refuses is forgotten, and it is asked once more with another. */
  private Secret fetched(KeyVaultAddress address, KeyVaultReference reference) {
    try {
      return asked(address, reference);
    } catch (CloudException failure) {
      if (failure.status() != REFUSED) {
        throw failure;
      }
      authenticatedSession.tokens().forgetAllBut(authenticatedSession.cloud().scope());
      return asked(address, reference);
    }
  }

  private Secret asked(KeyVaultAddress address, KeyVaultReference reference) {
    try {
      KeyVaultSecret found =
          client(address.uri()).getSecret(reference.secretName(), reference.secretVersion());
      if (found == null || found.getValue() == null) {
        throw UnreadableAnswers.about("the secret", "it has no value");
      }
      return secretScrubber.remember(Secret.of(found.getValue(), Secret.Source.KEY_VAULT));
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }

  private SecretClient client(URI vault) {
    TokenCredential credential = authenticatedSession.tokens();
    SecretClientBuilder builder =
        new SecretClientBuilder()
            .vaultUrl(vault.toString())
            .credential(credential)
            .httpClient(client)
            // The client sends again what may pass; with no retry at all the SDK logs each refusal.
            .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofSeconds(1))))
            .addPolicy(new ListRemovalPolicy())
            .addPolicy(new EndpointGuardPolicy(vault));
    // The SDK compares the audience that the vault names with Microsoft's own suffixes.
    return authenticatedSession.cloud().isMicrosofts()
        ? builder.buildClient()
        : builder.disableChallengeResourceVerification().buildClient();
  }
}
