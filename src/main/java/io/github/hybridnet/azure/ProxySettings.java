package io.github.hybridnet.azure;

import io.github.hybridnet.model.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proxy of the user's settings.
 *
 * @param host its name or address
 * @param port its port
 * @param username for Basic authentication, or null
 * @param password its password, or null
 * @param nonProxyHosts hosts that are reached directly; {@code *} stands for any characters
 */
public record ProxySettings(
    String host,
    int port,
    @Nullable String username,
    @Nullable Secret password,
    List<String> nonProxyHosts) {

  /** Copies the list. */
  public ProxySettings {
    nonProxyHosts = List.copyOf(nonProxyHosts);
  }
}
