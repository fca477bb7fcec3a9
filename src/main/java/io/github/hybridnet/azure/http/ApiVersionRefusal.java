package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** What is said when a cloud does not have the version of the interface that a request asks for. */
final class ApiVersionRefusal {
  private static final String DEPLOYMENTS = "/deployments/";
  private static final String PARAMETER = "api-version=";

  private ApiVersionRefusal() {}

  /** The same refusal, with a sentence of ours before the service's if it is about the version. */
  static CloudException explained(CloudException refusal, URL asked, ApiVersionPolicy versions) {
    // Of a deployment only this code is about its own version, the others about what is in it.
    boolean ofContent =
        asked.getPath().contains(DEPLOYMENTS) && !refusal.code().equals(ErrorCode.API_VERSION);
    if (!ErrorCode.VERSION.contains(refusal.code()) || ofContent) {
      return refusal;
    }
    String said =
        "This cloud does not offer version "
            + version(asked)
            + " of Azure's interface for "
            + ArmPathType.of(asked.getPath()).map(ArmPathType::shown).orElse("this request")
            + "; "
            + versions.reason(asked.getPath(), version(asked))
            + ". Azure says: "
            + refusal.getMessage();
    return refusal.withMessage(said);
  }

  /** The same address with a version that the service has; empty where it names none. */
  static Optional<URL> otherVersion(CloudException refusal, URL asked, ApiVersionPolicy versions) {
    String refused = version(asked);
    return versions
        .instead(asked.getPath(), refused, refusal)
        .map(version -> asked.toString().replace(PARAMETER + refused, PARAMETER + version))
        .map(
            address -> {
              try {
                return URI.create(address).toURL();
              } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static String version(URL asked) {
    return Arrays.stream(Objects.requireNonNullElse(asked.getQuery(), "").split("&"))
        .filter(each -> each.startsWith(PARAMETER))
        .map(each -> each.substring(PARAMETER.length()))
        .findFirst()
        .orElse("(none)");
  }
}
