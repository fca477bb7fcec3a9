package io.github.hybridnet.azure.signin;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.azure.http.Scrubber;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * Keeps tokens until shortly before they end. The token of the sign-in then serves the first
 * requests too; azure-identity does not find it again in its own cache when an endpoint's audience
 * ends with a slash.
 */
final class RememberedTokens implements TokenCredential {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final TokenCredential delegate;
  private final InstantSource clock;
  private final Scrubber scrubber;
  private final Map<List<String>, AccessToken> tokens = new ConcurrentHashMap<>();

  RememberedTokens(TokenCredential delegate, InstantSource clock, Scrubber scrubber) {
    this.delegate = delegate;
    this.clock = clock;
    this.scrubber = scrubber;
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.fromCallable(() -> getTokenSync(request));
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    AccessToken known = tokens.get(request.getScopes());
    // Claims are the service's answer to a token that it no longer accepts.
    if (known != null && request.getClaims() == null && isFresh(known)) {
      return known;
    }
    AccessToken token = delegate.getTokenSync(request);
    scrubber.remember(token.getToken());
    tokens.put(List.copyOf(request.getScopes()), token);
    return token;
  }

  private boolean isFresh(AccessToken token) {
    return clock.instant().plus(MARGIN).isBefore(token.getExpiresAt().toInstant());
  }
}
