package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.engine.SignInTerm;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A token of somebody else whom the application trusts, presented in the place of a secret. It is
 * read or fetched anew at each sign-in, because it ends within minutes.
 */
final class FederatedToken implements SignInBasis, Supplier<String> {
  private final Origin origin;
  private final Scrubber scrubber;
  private volatile @Nullable JwtClaims last;

  /** Where tokens come from. */
  interface Origin {

    /** A token. Called more than once for one sign-in. */
    String token();

    /**
     * How long tokens can be had here.
     *
     * @param endOfToken until when the identity is signed in with what it has
     * @param last what the last token said of itself
     */
    SignInTerm term(Instant endOfToken, Optional<JwtClaims> last);

    /** As shown to users, such as {@code the file that AZURE_FEDERATED_TOKEN_FILE names}. */
    String name();
  }

  FederatedToken(Origin origin, Scrubber scrubber) {
    this.origin = origin;
    this.scrubber = scrubber;
  }

  @Override
  public String get() {
    String token = origin.token().strip();
    scrubber.remember(token);
    JwtClaims claims =
        JwtClaims.of(token).orElseThrow(() -> FederationProblems.noToken(origin.name()));
    last = claims;
    return token;
  }

  @Override
  public SignInTerm term(Instant endOfToken) {
    return origin.term(endOfToken, presented());
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
