package io.github.hybridnet.azure.signin.credential;

import com.azure.core.credential.TokenCredential;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.token.SignInBasis;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An identity that can sign in.
 *
 * @param credentials makes what gives tokens; each has its own memory of them
 * @param name as shown to users, and where it came from
 * @param tenant the tenant, or null when it is known only after the sign-in
 * @param basis what it signs in with
 */
public record SignInIdentity(
    Supplier<TokenCredential> credentials,
    SourcedValue name,
    @Nullable SourcedValue tenant,
    SignInBasis basis) {
  /** Where the name of the Azure CLI's user comes from. */
  static final String AZURE_CLI = "az login";

  /** Whether it is the user who signed in to the Azure CLI. */
  public boolean isOfAzureCli() {
    return name.source().equals(AZURE_CLI);
  }
}
