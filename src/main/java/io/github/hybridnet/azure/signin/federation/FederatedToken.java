package io.github.hybridnet.azure.signin.federation;

import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.signin.token.JwtClaims;
import io.github.hybridnet.azure.signin.token.SignInBasis;
import io.github.hybridnet.engine.guard.SignInLifetime;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A token of another issuer that the application trusts, presented instead of a secret. It is read
 * or fetched again at each sign-in, because it expires within minutes.
 */
public final class FederatedToken implements SignInBasis, Supplier<String> {
  private final TokenOrigin tokenOrigin;
  private final SecretScrubber secretScrubber;
  private volatile @Nullable JwtClaims last;

  /** A source of federated tokens. */
  public interface TokenOrigin {

    /** A token of the build server. Called more than once for one sign-in. */
    String token();

    /**
     * How long tokens can be had here.
     *
     * @param endOfToken until when the identity is signed in with what it has
     * @param last what the last token said of itself
     */
    SignInLifetime term(Instant endOfToken, Optional<JwtClaims> last);

    /** As shown to users, such as {@code the file that AZURE_FEDERATED_TOKEN_FILE names}. */
    String name();
  }

  public FederatedToken(TokenOrigin tokenOrigin, SecretScrubber secretScrubber) {
    this.tokenOrigin = tokenOrigin;
    this.secretScrubber = secretScrubber;
  }

  @Override
  public String get() {
    String token = tokenOrigin.token().strip();
    secretScrubber.remember(token);
    JwtClaims claims =
        JwtClaims.of(token).orElseThrow(() -> FederationProblems.noToken(tokenOrigin.name()));
    last = claims;
    return token;
  }

  @Override
  public SignInLifetime term(Instant endOfToken) {
    return tokenOrigin.term(endOfToken, presented());
  }

  @Override
  public Optional<JwtClaims> presented() {
    return Optional.ofNullable(last);
  }

  /** The later of two ends: a token that is renewed early outlives what it was renewed with. */
  static Instant later(Instant endOfToken, Optional<Instant> endOfBasis) {
    return endOfBasis.filter(endOfToken::isBefore).orElse(endOfToken);
  }
}
