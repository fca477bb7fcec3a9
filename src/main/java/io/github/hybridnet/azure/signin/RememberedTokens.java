package io.github.hybridnet.azure.signin;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Keeps tokens until shortly before they end, or until the service refuses them. The token of the
 * sign-in then serves the first requests too; azure-identity does not find it again in its own
 * cache when an endpoint's audience ends with a slash.
 */
public final class RememberedTokens implements TokenCredential, TokenSource {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** How long after a new token that is refused as well no other is asked for. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Supplier<TokenCredential> credentials;
  private final InstantSource clock;
  private final Scrubber scrubber;
  private final Map<List<String>, Remembered> tokens = new ConcurrentHashMap<>();
  private TokenCredential credential;

  /**
   * A token.
   *
   * @param token itself
   * @param at when it was fetched
   * @param doubtful whether it took the place of a refused one, and no answer has shown yet that
   *     the service takes it
   */
  private record Remembered(AccessToken token, Instant at, boolean doubtful) {
    boolean is(String text) {
      return token.getToken().equals(text);
    }
  }

  /**
   * Tokens of an identity.
   *
   * @param credentials makes the identity's credential. A new one is made where a token is refused:
   *     each keeps its tokens, and would give the same one again
   */
  public RememberedTokens(
      Supplier<TokenCredential> credentials, InstantSource clock, Scrubber scrubber) {
    this.credentials = credentials;
    this.clock = clock;
    this.scrubber = scrubber;
    this.credential = credentials.get();
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.fromCallable(() -> getTokenSync(request));
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    Remembered known = tokens.get(request.getScopes());
    // Claims are the service's answer to a token that it no longer accepts.
    if (known != null && request.getClaims() == null && isFresh(known.token())) {
      return known.token();
    }
    return fetched(request, false);
  }

  @Override
  public AccessToken token(TokenRequestContext request) {
    return getTokenSync(request);
  }

  @Override
  public synchronized Optional<AccessToken> renewed(TokenRequestContext request, String refused) {
    Remembered known = tokens.get(request.getScopes());
    if (known != null && !known.is(refused)) {
      // Another request was refused before, and has got a new one.
      return Optional.of(known.token());
    }
    if (known != null && known.doubtful() && clock.instant().isBefore(known.at().plus(PAUSE))) {
      return Optional.empty();
    }
    credential = credentials.get();
    return Optional.of(renewed(request));
  }

  /** Not every credential understands claims: the Azure CLI's refuses them. */
  private AccessToken renewed(TokenRequestContext request) {
    if (request.getClaims() != null) {
      try {
        return fetched(request, true);
      } catch (RuntimeException claimsAreRefused) {
        return fetched(withoutClaims(request), true);
      }
    }
    return fetched(request, true);
  }

  @Override
  public void accepted(String token) {
    tokens.replaceAll(
        (scopes, known) ->
            known.doubtful() && known.is(token)
                ? new Remembered(known.token(), known.at(), false)
                : known);
  }

  /** Forgets all, so that the next requests ask for new ones. */
  public synchronized void forget() {
    credential = credentials.get();
    tokens.clear();
  }

  private synchronized AccessToken fetched(TokenRequestContext request, boolean doubtful) {
    AccessToken token = credential.getTokenSync(request);
    scrubber.remember(token.getToken());
    Remembered remembered = new Remembered(token, clock.instant(), doubtful);
    tokens.put(List.copyOf(request.getScopes()), remembered);
    return token;
  }

  private static TokenRequestContext withoutClaims(TokenRequestContext request) {
    return new TokenRequestContext()
        .setScopes(request.getScopes())
        .setCaeEnabled(request.isCaeEnabled());
  }

  private boolean isFresh(AccessToken token) {
    return clock.instant().plus(MARGIN).isBefore(token.getExpiresAt().toInstant());
  }
}
