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
      SignInIdentity signInIdentity, ErrorAdvice errorAdvice, String said, Throwable detail) {
    return UserException.unable(
        "HN3014",
        notSignedIn(signInIdentity)
            + ", because "
            + errorAdvice.cause()
            + ": "
            + said
            + presented(signInIdentity, errorAdvice),
        errorAdvice.fix(),
        detail);
  }

  private static String notSignedIn(SignInIdentity signInIdentity) {
    return "The "
        + signInIdentity.name()
        + " could not sign in"
        + (signInIdentity.tenant() == null
            ? ""
            : " to the tenant " + signInIdentity.tenant().quoted());
  }

  /** The federated credential has to be compared with it, letter by letter. */
  private static String presented(SignInIdentity signInIdentity, ErrorAdvice errorAdvice) {
    return signInIdentity
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
      SignInIdentity signInIdentity, String said, String correlation, Throwable detail) {
    return UserException.unable(
        "HN3014",
        notSignedIn(signInIdentity) + ": " + said,
        "do what this message asks for, or "
            + ANOTHER
            + (correlation.isEmpty()
                ? ""
                : ". For Microsoft's support: the request has the correlation id " + correlation),
        detail);
  }

  /** A temporary failure of the service. */
  static UserException temporary(SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3068",
        "The " + signInIdentity.name() + " could not sign in now: " + said,
        "run the goal again in a few minutes. The sign-in service is busy or has a problem",
        detail);
  }

  /** The cause is unknown. The exception is shown in debug output only. */
  static UserException notUnderstood(SignInIdentity signInIdentity, String what, Throwable detail) {
    return UserException.unable(
        "HN3051",
        "The "
            + signInIdentity.name()
            + " could not sign in: the answer was not understood ("
            + what
            + ").",
        "run the goal again with -X, which shows the details, or " + ANOTHER,
        detail);
  }
}
