package io.github.hybridnet.azure.settings;

import io.github.hybridnet.model.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that the user named.
 *
 * @param host its name or address
 * @param port its port
 * @param username for Basic authentication, or null
 * @param password its password, or null
 * @param nonProxyHosts hosts that are reached directly; {@code *} stands for any characters, and
 *     {@code 10.0.0.0/8} for addresses
 * @param source where it was named, such as {@code environment HTTPS_PROXY}
 */
public record ProxySettings(
    String host,
    int port,
    @Nullable String username,
    @Nullable Secret password,
    List<String> nonProxyHosts,
    String source) {
  private static final int LAST_PORT = 65_535;

  /**
   * Copies the list, which cannot be changed afterwards.
   *
   * @throws io.github.hybridnet.text.UserException HN3067 when there is no such port
   */
  public ProxySettings {
    if (port < 1 || port > LAST_PORT) {
      throw SignInSettingsProblems.badProxy(source);
    }
    nonProxyHosts = List.copyOf(nonProxyHosts);
  }

  /** The address without user and password, as shown to users. */
  public SourcedValue shown() {
    return new SourcedValue("http://" + host + ":" + port, source);
  }
}
