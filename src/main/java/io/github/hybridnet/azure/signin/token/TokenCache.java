package io.github.hybridnet.azure.signin.token;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps tokens until shortly before they end, or until the service refuses them. The token of the
 * sign-in then serves the first requests too; azure-identity does not find it again in its own
 * cache when an endpoint's audience ends with a slash.
 *
 * <p>A token is renewed before its end. While that does not work, or another thread is at it, the
 * old one serves as long as it is valid.
 */
public final class TokenCache implements TokenCredential, TokenSource {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** How long after a renewal that brought nothing better no other is tried. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Supplier<TokenCredential> credentials;
  private final InstantSource clock;
  private final SecretScrubber secretScrubber;
  private final UnaryOperator<RuntimeException> failures;
  private final Map<List<String>, CachedToken> tokens = new ConcurrentHashMap<>();
  private final ReentrantLock renewing = new ReentrantLock();
  private @Nullable TokenCredential credential;

  /**
   * A token with the time at which it was requested.
   *
   * @param token itself
   * @param at when a new one was last asked for
   * @param doubtful whether it took the place of a refused one, and no answer has shown yet that
   *     the service takes it
   */
  private record CachedToken(AccessToken token, Instant at, boolean doubtful) {
    boolean is(String text) {
      return token.getToken().equals(text);
    }
  }

  /**
   * Creates the cache of an identity's tokens.
   *
   * @param credentials makes the identity's credential. A new one is made where a token is refused:
   *     each keeps its tokens, and would give the same one again
   * @param failures what is thrown in the place of a credential's failure when a request needs a
   *     token
   */
  public TokenCache(
      Supplier<TokenCredential> credentials,
      InstantSource clock,
      SecretScrubber secretScrubber,
      UnaryOperator<RuntimeException> failures) {
    this.credentials = credentials;
    this.clock = clock;
    this.secretScrubber = secretScrubber;
    this.failures = failures;
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.fromCallable(() -> getTokenSync(request));
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    return orFailure(() -> first(request));
  }

  /** A token, or what the credential throws. */
  public AccessToken first(TokenRequestContext request) {
    CachedToken known = tokens.get(request.getScopes());
    // Claims are the service's answer to a token that it no longer accepts.
    if (known == null || request.getClaims() != null || !isValid(known)) {
      return locked(() -> current(request));
    }
    if (serves(known) || !renewing.tryLock()) {
      return known.token();
    }
    try {
      return renewedEarly(request, known);
    } finally {
      renewing.unlock();
    }
  }

  @Override
  public AccessToken token(TokenRequestContext request) {
    return getTokenSync(request);
  }

  @Override
  public Optional<AccessToken> renewed(TokenRequestContext request, String refused) {
    return orFailure(() -> locked(() -> replaced(request, refused)));
  }

  @Override
  public void accepted(String token) {
    tokens.replaceAll(
        (scopes, known) ->
            known.doubtful() && known.is(token)
                ? new CachedToken(known.token(), known.at(), false)
                : known);
  }

  /** Forgets all but the token for one scope, so that the next requests ask for new ones. */
  public void forgetAllBut(String scope) {
    locked(
        () -> {
          credential = null;
          return tokens.keySet().removeIf(scopes -> !scopes.contains(scope));
        });
  }

  /** When the token for a scope ends, if there is one. */
  public Optional<Instant> end(String scope) {
    return Optional.ofNullable(tokens.get(List.of(scope)))
        .map(known -> known.token().getExpiresAt().toInstant());
  }

  private AccessToken current(TokenRequestContext request) {
    CachedToken known = tokens.get(request.getScopes());
    if (known != null && request.getClaims() == null && serves(known)) {
      // Another thread has fetched it meanwhile.
      return known.token();
    }
    return fetched(request, false);
  }

  private AccessToken renewedEarly(TokenRequestContext request, CachedToken old) {
    CachedToken known = tokens.getOrDefault(request.getScopes(), old);
    if (serves(known)) {
      return known.token();
    }
    try {
      return fetched(request, false);
    } catch (RuntimeException failure) {
      if (!isValid(known)) {
        throw failure;
      }
      CachedToken tried = new CachedToken(known.token(), clock.instant(), known.doubtful());
      tokens.put(List.copyOf(request.getScopes()), tried);
      return known.token();
    }
  }

  private Optional<AccessToken> replaced(TokenRequestContext request, String refused) {
    CachedToken known = tokens.get(request.getScopes());
    if (known != null && !known.is(refused)) {
      // Another request was refused before, and has got a new one.
      return Optional.of(known.token());
    }
    if (known != null && known.doubtful() && wasTriedJustNow(known)) {
      return Optional.empty();
    }
    credential = null;
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

  private AccessToken fetched(TokenRequestContext request, boolean doubtful) {
    TokenCredential asked = credential == null ? credentials.get() : credential;
    credential = asked;
    AccessToken token = asked.getTokenSync(request);
    if (token == null || token.getToken() == null || token.getToken().isBlank()) {
      throw new MissingTokenException();
    }
    secretScrubber.remember(token.getToken());
    CachedToken cachedToken = new CachedToken(token, clock.instant(), doubtful);
    tokens.put(List.copyOf(request.getScopes()), cachedToken);
    return token;
  }

  private static TokenRequestContext withoutClaims(TokenRequestContext request) {
    return new TokenRequestContext()
        .setScopes(request.getScopes())
        .setCaeEnabled(request.isCaeEnabled());
  }

  /** Whether no other is asked for yet: it is fresh, or asking has just brought nothing better. */
  private boolean serves(CachedToken known) {
    return clock.instant().plus(MARGIN).isBefore(end(known))
        || (isValid(known) && wasTriedJustNow(known));
  }

  private boolean isValid(CachedToken known) {
    return clock.instant().isBefore(end(known));
  }

  private boolean wasTriedJustNow(CachedToken known) {
    return clock.instant().isBefore(known.at().plus(PAUSE));
  }

  private static Instant end(CachedToken known) {
    return known.token().getExpiresAt().toInstant();
  }

  private <T> T locked(Supplier<T> work) {
    renewing.lock();
    try {
      return work.get();
    } finally {
      renewing.unlock();
    }
  }

  private <T> T orFailure(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      throw failures.apply(failure);
    }
  }
}
