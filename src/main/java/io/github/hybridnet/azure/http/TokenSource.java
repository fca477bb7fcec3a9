package io.github.hybridnet.azure.http;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import java.util.Optional;

/** Gives tokens for requests, and others in the place of those that the service refuses. */
public interface TokenSource {

  /** A token for a request; a cached one where it is still valid. */
  AccessToken token(TokenRequestContext request);

  /**
   * A token in the place of one that was refused.
   *
   * @param request with the claims that the service asked for, if it did
   * @param refused the text of the refused one
   * @return empty when a new one was fetched just before, and was refused as well
   */
  Optional<AccessToken> renewed(TokenRequestContext request, String refused);

  /** Receives the text of a token that the service accepted. */
  void accepted(String token);
}
