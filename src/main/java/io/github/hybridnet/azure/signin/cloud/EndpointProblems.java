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
    return TlsFailure.withCode(failure.code())
        .map(tls -> TlsProblems.of(tls, endpoint, said, failure))
        .orElseGet(() -> unreachable(endpoint, said, failure));
  }

  /** The endpoint does not answer. */
  private static UserException unreachable(URI endpoint, String said, @Nullable Throwable why) {
    return UserException.unable(
        "HN3030",
        endpoint + " cannot be reached: " + said,
        "Check the address, the network and the proxy (settings.xml or HTTPS_PROXY), and whether"
            + " the endpoint runs.",
        why);
  }

  /** Another server answered, such as a proxy. */
  private static UserException webPage(URI endpoint, String said, Throwable detail) {
    return UserException.unable(
        "HN3050",
        endpoint + " could not be reached: " + said,
        "Allow this host in the proxy or firewall, without a login page, or set the right proxy in"
            + " settings.xml.",
        detail);
  }

  /** The endpoint's certificate is not trusted. */
  static UserException certificateNotTrusted(URI endpoint, @Nullable Throwable why) {
    return UserException.unable(
        "HN3031",
        "The certificate of " + endpoint + " is not trusted.",
        "Set hybridnet.caCertificates to a PEM file with the certificate authority that signed it.",
        why);
  }

  /** The endpoint is not an Azure Resource Manager. */
  static UserException notResourceManager(URI endpoint, String said) {
    return UserException.unable(
        "HN3032",
        endpoint
            + " is not an Azure Resource Manager endpoint: /metadata/endpoints answered "
            + said
            + ", without a sign-in authority.",
        "Check hybridnet.cloud.",
        null);
  }

  /** The file of certificate authorities cannot be used. */
  public static UserException unreadableCertificates(Path file, String source, Exception why) {
    if (why instanceof NoSuchAlgorithmException) {
      return TlsProblems.missingAlgorithm("the file " + file, why);
    }
    return UserException.unable(
        "HN3033",
        "The file " + file + " (" + source + ") " + wrong(why) + ".",
        why instanceof IOException
            ? "Set it to a PEM file that exists and that this user can read."
            : "Set it to a PEM file that begins with -----BEGIN CERTIFICATE-----.",
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
