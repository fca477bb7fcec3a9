package io.github.hybridnet.azure.vault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import io.github.hybridnet.azure.http.EndpointGuard;
import io.github.hybridnet.azure.http.ListRemovalPolicy;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.signin.Authentication.SignedIn;
import io.github.hybridnet.azure.signin.SignInProblems;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.Secret.KeyVaultReference;
import java.net.URI;
import java.time.Duration;

/** Fetches the secrets that parameter files refer to. */
public final class KeyVaultSecrets {
  private static final int REFUSED = 401;

  private final SignedIn signedIn;
  private final HttpClient client;
  private final ServiceErrors errors;
  private final Scrubber scrubber;

  /** Fetches as the identity that signed in. */
  public KeyVaultSecrets(
      SignedIn signedIn, HttpClient client, ServiceErrors errors, Scrubber scrubber) {
    this.signedIn = signedIn;
    this.client = client;
    this.errors = errors;
    this.scrubber = scrubber;
  }

  /**
   * The secret with its text; one that has it already is returned as it is.
   *
   * @throws io.github.hybridnet.model.HybridnetException when the vault does not give it
   */
  public Secret resolve(Secret secret) {
    return secret.reference().map(this::fetched).orElse(secret);
  }

  private Secret fetched(KeyVaultReference reference) {
    VaultAddress address = VaultAddress.of(signedIn.cloud(), reference.vaultId());
    try {
      return fetched(address, reference);
    } catch (CloudException failure) {
      throw SignInProblems.secretNotRead(
          reference.secretName(), address.uri(), String.valueOf(failure.getMessage()), failure);
    }
  }

  /** A token that the vault refuses is forgotten, and it is asked once more with another. */
  private Secret fetched(VaultAddress address, KeyVaultReference reference) {
    try {
      return asked(address, reference);
    } catch (CloudException failure) {
      if (failure.status() != REFUSED) {
        throw failure;
      }
      signedIn.tokens().forgetAllBut(signedIn.cloud().scope());
      return asked(address, reference);
    }
  }

  private Secret asked(VaultAddress address, KeyVaultReference reference) {
    try {
      KeyVaultSecret found =
          client(address.uri()).getSecret(reference.secretName(), reference.secretVersion());
      if (found == null || found.getValue() == null) {
        throw unreadable(address);
      }
      return scrubber.remember(Secret.of(found.getValue(), Secret.Source.KEY_VAULT));
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }

  private static CloudException unreadable(VaultAddress address) {
    return new CloudException(
        CloudException.Kind.UNREACHABLE,
        "UnreadableAnswer",
        "The answer of " + address.uri().getHost() + " has no secret",
        CloudException.Answer.NONE,
        null);
  }

  private SecretClient client(URI vault) {
    TokenCredential credential = signedIn.tokens();
    SecretClientBuilder builder =
        new SecretClientBuilder()
            .vaultUrl(vault.toString())
            .credential(credential)
            .httpClient(client)
            // The client sends again what may pass; with no retry at all the SDK logs each refusal.
            .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofSeconds(1))))
            .addPolicy(new ListRemovalPolicy())
            .addPolicy(new EndpointGuard(vault));
    // The SDK compares the audience that the vault names with Microsoft's own suffixes.
    return signedIn.cloud().isMicrosofts()
        ? builder.buildClient()
        : builder.disableChallengeResourceVerification().buildClient();
  }
}
