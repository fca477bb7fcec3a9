package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenCredential;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.http.Scrubber;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in.
 *
 * @param credential gives tokens
 * @param name as shown to users, and where it came from
 * @param tenant the tenant, or null when only the sign-in will tell
 */
public record Identity(TokenCredential credential, Sourced name, @Nullable Sourced tenant) {

  /** The same identity, which keeps its tokens. */
  Identity remembering(InstantSource clock, Scrubber scrubber) {
    return new Identity(new RememberedTokens(credential, clock, scrubber), name, tenant);
  }
}
