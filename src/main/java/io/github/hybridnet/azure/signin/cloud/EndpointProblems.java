package io.github.hybridnet.azure.signin.cloud;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.text.TlsFailure;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Why an endpoint of a cloud cannot be used, as whole sentences with their fix. */
public final class EndpointProblems {
  private EndpointProblems() {}

  /** The failure of an endpoint that gives no answer. */
  public static UserException of(CloudException failure, URI endpoint) {
    String said = String.valueOf(failure.getMessage());
    if (failure.code().equals(OwnErrorCode.WEB_PAGE)) {
      return webPage(endpoint, said, failure);
    }
    if (failure.code().equals(OwnErrorCode.ENDPOINT_GONE)) {
      return gone(endpoint, said, failure);
    }
    if (failure.code().equals(OwnErrorCode.UNREADABLE_ANSWER)) {
      return notUnderstood(endpoint, said, failure);
    }
    return TlsFailure.withCode(failure.code())
        .map(tls -> TlsProblems.of(tls, endpoint, said, failure))
        .orElseGet(() -> unreachable(endpoint, said, failure));
  }

  /** The endpoint does not answer. */
  private static UserException unreachable(URI endpoint, String said, @Nullable Throwable why) {
    return UserException.unable(
        "HN3030",
        endpoint + " cannot be reached: " + said,
        "check that the address is right, that the service runs, and that this machine reaches it"
            + " through the network or the proxy (settings.xml or HTTPS_PROXY)",
        why);
  }

  /** Nothing listens at an address of this machine. */
  private static UserException gone(URI endpoint, String said, Throwable detail) {
    return UserException.unable(
        "HN3030",
        endpoint + " cannot be reached: " + said,
        "if it was a simulator, start it again with hybridnet:simulate. Otherwise correct"
            + " the address. Then run the goal again. Nothing was changed",
        detail);
  }

  /** The endpoint, or what is before it, answers with something else than was asked for. */
  private static UserException notUnderstood(URI endpoint, String said, Throwable detail) {
    return UserException.unable(
        "HN3030",
        endpoint
            + " was reached, but the sign-in could not be completed, because an answer cannot be"
            + " used. "
            + said,
        "check that this is the address of the service that you mean, and that no proxy changes its"
            + " answers. Then run the goal again. Nothing was changed",
        detail);
  }

  /** Another server answered, such as a proxy. */
  private static UserException webPage(URI endpoint, String said, Throwable detail) {
    return UserException.unable(
        "HN3050",
        endpoint + " could not be reached: " + said,
        "allow this host in the proxy or firewall, without a login page, or set the right proxy in"
            + " settings.xml",
        detail);
  }

  /** The endpoint's certificate is not trusted. */
  static UserException certificateNotTrusted(URI endpoint, @Nullable Throwable why) {
    return UserException.unable(
        "HN3031",
        "The certificate of " + endpoint + " is not trusted.",
        "set hybridnet.caCertificates to a PEM file with the certificate authority that signed it",
        why);
  }

  /** The endpoint is not an Azure Resource Manager. */
  static UserException notResourceManager(URI endpoint, String said) {
    return UserException.unable(
        "HN3032",
        endpoint
            + " answered, but not as an Azure Resource Manager: its /metadata/endpoints answered "
            + said
            + ", which names no address to sign in at.",
        "set hybridnet.cloud to the name of an Azure cloud or to the address of its Azure Resource"
            + " Manager. A proxy can also cause this answer",
        null);
  }

  /** The file of certificate authorities cannot be used. */
  public static UserException unreadableCertificates(Path file, String source, Exception why) {
    if (why instanceof NoSuchAlgorithmException) {
      return TlsProblems.missingAlgorithm("the file '" + file + "'", why);
    }
    return UserException.unable(
        "HN3033",
        "The file '" + file + "' (from " + source + ") " + wrong(why) + ".",
        why instanceof IOException
            ? "name a PEM file that exists and that this user can read"
            : "name a PEM file that begins with -----BEGIN CERTIFICATE-----",
        why);
  }

  private static String wrong(Exception why) {
    if (why instanceof NoSuchFileException) {
      return "does not exist";
    }
    return why instanceof IOException
        ? "cannot be read"
        : "contains no certificate that can be read";
  }
}
