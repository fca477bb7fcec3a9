package io.github.hybridnet.azure.settings;

import io.github.hybridnet.model.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proxy of the environment, as other programs read it: {@code https_proxy} or {@code
 * HTTPS_PROXY}, and {@code no_proxy} or {@code NO_PROXY} with what is reached directly.
 */
public final class EnvironmentProxyReader {
  private static final int USUAL_PORT = 80;

  private EnvironmentProxyReader() {}

  /**
   * The proxy, if one is named.
   *
   * @throws io.github.hybridnet.text.UserException HN3067 when it can be none
   */
  public static Optional<ProxySettings> of(EnvironmentVariables variables) {
    return variables
        .first("https_proxy", "HTTPS_PROXY")
        .map(named -> proxy(named, direct(variables)));
  }

  private static ProxySettings proxy(SourcedValue named, List<String> direct) {
    URI uri = uri(named);
    if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw SignInSettingsProblems.badProxy(named.source());
    }
    String user = uri.getRawUserInfo();
    int colon = user == null ? -1 : user.indexOf(':');
    return new ProxySettings(
        uri.getHost(),
        uri.getPort() == -1 ? USUAL_PORT : uri.getPort(),
        user == null ? null : decoded(colon == -1 ? user : user.substring(0, colon)),
        colon == -1
            ? null
            : Secret.of(decoded(user.substring(colon + 1)), Secret.Source.ENVIRONMENT),
        direct,
        named.source());
  }

  /** The scheme may be left out. The value is not shown: it may hold a password. */
  private static URI uri(SourcedValue named) {
    String text = named.value();
    try {
      return new URI(text.contains("://") ? text : "http://" + text);
    } catch (URISyntaxException e) {
      throw SignInSettingsProblems.badProxy(named.source());
    }
  }

  /** A plus sign is itself here, other than in forms. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static List<String> direct(EnvironmentVariables variables) {
    List<String> patterns = new ArrayList<>();
    String all = variables.first("no_proxy", "NO_PROXY").map(SourcedValue::value).orElse("");
    for (String each : all.split("[,\\s]+")) {
      addTo(patterns, each);
    }
    return patterns;
  }

  /** A name also matches all below it, with and without a dot before it. */
  private static void addTo(List<String> patterns, String entry) {
    boolean hasPort = entry.matches("[^:]+:\\d+");
    String host = hasPort ? entry.substring(0, entry.indexOf(':')) : entry;
    if (host.isEmpty()) {
      return;
    }
    if (host.contains("*") || host.contains("/") || host.contains(":")) {
      patterns.add(host);
      return;
    }
    String name = host.startsWith(".") ? host.substring(1) : host;
    patterns.add(name);
    patterns.add("*." + name);
  }
}
