package io.github.hybridnet.azure.signin.token;

import io.github.hybridnet.engine.guard.SignInLifetime;
import java.time.Instant;
import java.util.Optional;

/** What an identity signs in with: how long that works, and what it said last. */
public interface SignInBasis {

  /**
   * How long the identity stays signed in.
   *
   * @param endOfToken when the token ends that is in use now
   */
  SignInLifetime term(Instant endOfToken);

  /** What was last presented in the place of a secret, if anything was. */
  default Optional<JwtClaims> presented() {
    return Optional.empty();
  }

  /** Of an identity that holds what it signs in with. */
  static SignInBasis lasting(String reason) {
    return endOfToken -> SignInLifetime.renewable(reason);
  }
}
