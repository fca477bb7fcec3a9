package io.github.hybridnet.azure.signin;

import io.github.hybridnet.engine.SignInTerm;
import java.time.Instant;

/** Tells how long an identity stays signed in. */
@FunctionalInterface
public interface Renewal {

  /**
   * How long.
   *
   * @param endOfToken when the token ends that is in use now
   */
  SignInTerm term(Instant endOfToken);

  /** Of an identity that holds what it signs in with. */
  static Renewal always(String reason) {
    return endOfToken -> SignInTerm.renewable(reason);
  }
}
