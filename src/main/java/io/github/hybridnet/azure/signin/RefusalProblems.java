package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.signin.EntraCodes.Advice;
import io.github.hybridnet.model.HybridnetException;
import java.net.URI;

/** Refusals of a sign-in, as whole sentences with their fix. */
final class RefusalProblems {
  private static final String ANOTHER =
      "sign in as somebody else; hybridnet.auth.type chooses how.";

  private RefusalProblems() {}

  /** For a reason that is known. */
  static HybridnetException advised(
      Identity identity, Advice advice, String said, Throwable detail) {
    return HybridnetException.unable(
        "HN3014",
        "The "
            + identity.name()
            + " could not sign in, because "
            + advice.cause()
            + ": "
            + said
            + presented(identity, advice),
        advice.cure(),
        detail);
  }

  /** The federated credential has to be compared with it, letter by letter. */
  private static String presented(Identity identity, Advice advice) {
    return identity
        .basis()
        .presented()
        .filter(claims -> advice.matter() == EntraCodes.Matter.FEDERATION)
        .map(
            claims ->
                System.lineSeparator()
                    + "    Its token has "
                    + claims.shown()
                    + claims.expiry().map(end -> ", and ends at " + end).orElse("")
                    + ".")
        .orElse("");
  }

  /** For another reason, in the service's own words. */
  static HybridnetException refused(
      Identity identity, String said, String correlation, Throwable detail) {
    return HybridnetException.unable(
        "HN3014",
        "The " + identity.name() + " could not sign in: " + said,
        "Do what the message says, or "
            + ANOTHER
            + (correlation.isEmpty()
                ? ""
                : " Microsoft's support finds the request by its correlation id, "
                    + correlation
                    + "."),
        detail);
  }

  /** The service cannot do it now. */
  static HybridnetException passing(Identity identity, String said, Throwable detail) {
    return HybridnetException.unable(
        "HN3068",
        "The " + identity.name() + " could not sign in now: " + said,
        "Run the goal again in some minutes. The service is busy or disturbed.",
        detail);
  }

  /** Something answered that is not the service. */
  static HybridnetException webPage(URI endpoint, String said, Throwable detail) {
    return HybridnetException.unable(
        "HN3050",
        endpoint + " was not reached: " + said,
        "Have the proxy or firewall between let this host through without a login page, or set the"
            + " right proxy in settings.xml.",
        detail);
  }

  /** Nobody knows. What was thrown is shown in debug output only. */
  static HybridnetException notUnderstood(Identity identity, String what, Throwable detail) {
    return HybridnetException.unable(
        "HN3051",
        "The "
            + identity.name()
            + " could not sign in: the answer was not understood ("
            + what
            + ").",
        "Run the goal again with -X, which shows the details, or " + ANOTHER,
        detail);
  }
}
