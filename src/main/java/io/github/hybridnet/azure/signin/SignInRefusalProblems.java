package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.signin.EntraErrorCodes.ErrorAdvice;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import io.github.hybridnet.text.UserException;

/** Refusals of a sign-in, as whole sentences with their fix. */
final class SignInRefusalProblems {
  private static final String ANOTHER = "choose another hybridnet.auth.type";

  private SignInRefusalProblems() {}

  /** For a reason that is known. */
  static UserException advised(
      SignInIdentity identity, ErrorAdvice errorAdvice, String said, Throwable detail) {
    return UserException.unable(
        "HN3014",
        notSignedIn(identity)
            + ", because "
            + errorAdvice.cause()
            + ": "
            + said
            + presented(identity, errorAdvice),
        errorAdvice.fix(),
        detail);
  }

  private static String notSignedIn(SignInIdentity identity) {
    return "The "
        + identity.name()
        + " could not sign in"
        + (identity.tenant() == null ? "" : " to the tenant " + identity.tenant().quoted());
  }

  /** The federated credential has to be compared with it, letter by letter. */
  private static String presented(SignInIdentity identity, ErrorAdvice errorAdvice) {
    return identity
        .basis()
        .presented()
        .filter(claims -> errorAdvice.category() == EntraErrorCodes.ErrorCategory.FEDERATION)
        .map(
            claims ->
                System.lineSeparator()
                    + "    Its token has "
                    + claims.shown()
                    + claims.expiry().map(end -> ", and ends at " + end).orElse("")
                    + ".")
        .orElse("");
  }

  /** For another reason, with the service's own message. */
  static UserException refused(
      SignInIdentity identity, String said, String correlation, Throwable detail) {
    return UserException.unable(
        "HN3014",
        notSignedIn(identity) + ": " + said,
        "do what this message asks for, or "
            + ANOTHER
            + (correlation.isEmpty()
                ? ""
                : ". For Microsoft's support: the request has the correlation id " + correlation),
        detail);
  }

  /** A temporary failure of the service. */
  static UserException temporary(SignInIdentity identity, String said, Throwable detail) {
    return UserException.unable(
        "HN3068",
        "The " + identity.name() + " could not sign in now: " + said,
        "run the goal again in a few minutes. The sign-in service is busy or has a problem",
        detail);
  }

  /** The cause is unknown. The exception is shown in debug output only. */
  static UserException notUnderstood(SignInIdentity identity, String what, Throwable detail) {
    return UserException.unable(
        "HN3051",
        "The "
            + identity.name()
            + " could not sign in: the answer was not understood ("
            + what
            + ").",
        "run the goal again with -X, which shows the details, or " + ANOTHER,
        detail);
  }
}
