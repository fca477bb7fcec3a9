package io.github.hybridnet.azure.signin.federation;

import io.github.hybridnet.azure.signin.token.JwtClaims;
import io.github.hybridnet.engine.guard.SignInLifetime;
import java.time.Instant;
import java.util.Optional;

/**
 * A token in a variable, as GitLab gives it to a job: it cannot be renewed.
 *
 * @param token the token
 * @param variable the variable's name
 */
public record VariableTokenOrigin(String token, String variable)
    implements FederatedToken.TokenOrigin {

  @Override
  public SignInLifetime term(Instant endOfToken, Optional<JwtClaims> last) {
    return SignInLifetime.endsAt(
        FederatedToken.later(endOfToken, last.flatMap(JwtClaims::expiry)),
        "the token in " + variable + " cannot be renewed in this job");
  }

  @Override
  public String name() {
    return "the environment variable " + variable;
  }

  /** The variable, without its token. */
  @Override
  public String toString() {
    return "GivenToken[" + variable + "]";
  }
}
