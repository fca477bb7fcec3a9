package io.github.hybridnet.azure.signin.cloud;

import io.github.hybridnet.text.PlainTextLine;
import io.github.hybridnet.text.TlsFailure;
import io.github.hybridnet.text.UserException;
import java.net.URI;

/** Connections that did not come about for a reason of TLS, as whole sentences with their fix. */
public final class TlsProblems {
  private static final String INTERCEPTED =
      " A proxy that inspects TLS uses a certificate of its own";

  private static final String WITH_ALGORITHM =
      "run Maven with a Java runtime that has it. The file conf/security/java.security lists its"
          + " security providers";

  private TlsProblems() {}

  /**
   * Words why there is no TLS connection.
   *
   * @param said with what the certificate or the runtime says
   */
  static UserException of(TlsFailure failure, URI endpoint, String said, Throwable detail) {
    return switch (failure) {
      case EXPIRED ->
          problem(
              "HN3062",
              "The certificate of " + endpoint + " has expired. " + said,
              "check first that the clock of this machine is right. If it is, have the operator of"
                  + " the host renew the certificate",
              detail);
      case NOT_YET_VALID ->
          problem(
              "HN3063",
              "The certificate of " + endpoint + " is not valid yet. " + said,
              "check that the clock of this machine is right",
              detail);
      case OTHER_NAME ->
          problem(
              "HN3064",
              "The certificate of "
                  + endpoint
                  + " is for another host: the certificate does not have this name.",
              "use a host name of the certificate, or have a certificate issued for this name."
                  + INTERCEPTED,
              detail);
      case UNKNOWN_AUTHORITY -> EndpointProblems.certificateNotTrusted(endpoint, detail);
      case MISSING_ALGORITHM ->
          problem(
              "HN3066",
              "No TLS connection to " + endpoint + ": " + failure.clause() + ". " + said,
              WITH_ALGORITHM,
              detail);
      default ->
          problem(
              "HN3065",
              "No TLS connection to " + endpoint + ": " + failure.clause() + ".",
              fix(failure),
              detail);
    };
  }

  /**
   * The runtime cannot read something.
   *
   * @param what what cannot be read
   */
  public static UserException missingAlgorithm(String what, Throwable why) {
    return problem(
        "HN3066",
        "This Java runtime lacks an algorithm that "
            + what
            + " needs: "
            + PlainTextLine.of(String.valueOf(why.getMessage()))
            + ".",
        WITH_ALGORITHM,
        why);
  }

  private static String fix(TlsFailure failure) {
    return switch (failure) {
      case NOT_TLS ->
          "set the host and port of a server that uses TLS, or the right proxy: the server there"
              + " does not use TLS";
      case REVOKED -> "have the operator of the host replace the certificate." + INTERCEPTED;
      case TOO_WEAK ->
          "have the operator of the host replace the certificate by one with a current key and"
              + " signature algorithm."
              + INTERCEPTED;
      case NO_AUTHORITIES ->
          "set javax.net.ssl.trustStore to a file with certificate authorities, or install those of"
              + " the Java runtime (package ca-certificates-java on Debian)";
      default ->
          "check that the host, or the proxy before it, offers TLS 1.2 or 1.3 to this machine";
    };
  }

  private static UserException problem(String code, String what, String fix, Throwable detail) {
    return UserException.unable(code, what, fix, detail);
  }
}
