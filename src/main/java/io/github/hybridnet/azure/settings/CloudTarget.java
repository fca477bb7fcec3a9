package io.github.hybridnet.azure.settings;

import io.github.hybridnet.text.PrintableText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which cloud: one of Microsoft's, or any endpoint of Azure Resource Manager. */
public sealed interface CloudTarget {

  /** The clouds of Microsoft, by their names in {@code hybridnet.cloud}. */
  enum KnownCloud implements CloudTarget {
    /** Azure for the world. */
    AZURE("azure"),
    /** Azure in China, operated by 21Vianet. */
    AZURE_CHINA("azure-china"),
    /** Azure for the government of the United States. */
    AZURE_US_GOVERNMENT("azure-us-government");

    private final String label;

    KnownCloud(String label) {
      this.label = label;
    }

    /** As written in {@code hybridnet.cloud}. */
    public String label() {
      return label;
    }
  }

  /**
   * An endpoint that the user named, the simulator's included.
   *
   * @param uri its address; https, without path
   */
  record Endpoint(URI uri) implements CloudTarget {}

  /** Whether it is reached without a network. */
  default boolean isOnThisMachine() {
    return this instanceof Endpoint endpoint && LoopbackHost.matches(endpoint.uri());
  }

  /**
   * Reads the value of {@code hybridnet.cloud}; {@code simulator} is for the caller to resolve.
   *
   * @throws io.github.hybridnet.text.UserException when it is neither a known name nor an https
   *     address
   */
  static CloudTarget parse(SourcedValue value) {
    String text = value.value().trim();
    for (KnownCloud knownCloud : KnownCloud.values()) {
      if (knownCloud.label().equals(text.toLowerCase(Locale.ROOT))) {
        return knownCloud;
      }
    }
    return endpoint(text)
        .orElseThrow(() -> SignInSettingsProblems.unknownCloud(withoutUser(value)));
  }

  /** An address with a user in it may have the password there too. */
  private static SourcedValue withoutUser(SourcedValue value) {
    String shown = value.value().replaceFirst("(?s)//.*@", "//***@");
    return new SourcedValue(PrintableText.line(shown), value.source());
  }

  private static Optional<CloudTarget> endpoint(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean bare =
          uri.getRawPath() != null
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null;
      boolean https = "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
      return https && bare ? Optional.of(new Endpoint(uri)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
