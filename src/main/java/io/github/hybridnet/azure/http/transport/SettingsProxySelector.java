package io.github.hybridnet.azure.http.transport;

import io.github.hybridnet.azure.settings.LoopbackHost;
import io.github.hybridnet.azure.settings.ProxySettings;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.HostAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests go through the proxy that the user named. Addresses of this machine, and of the
 * host that it runs on, never do, whatever was configured. Without such a proxy the JVM's own
 * choice is kept.
 */
final class SettingsProxySelector extends ProxySelector {
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  /** Where a machine of Azure asks for its identity; a proxy would answer for itself. */
  private static final Pattern LINK_LOCAL = Pattern.compile("169\\.254(\\.\\d+){2}");

  private final @Nullable ProxySettings settings;
  private final @Nullable ProxySelector otherwise;
  private final @Nullable ProxyRelay relay;
  private final List<Pattern> direct;
  private final List<Cidr> directAddresses;

  /**
   * Creates the selector for the proxy that the user named.
   *
   * @param settings the proxy, or null when the settings name none
   * @param otherwise the JVM's selector, used when the settings name none
   * @param relay forwards to a proxy that asks for a password, else null
   */
  SettingsProxySelector(
      @Nullable ProxySettings settings,
      @Nullable ProxySelector otherwise,
      @Nullable ProxyRelay relay) {
    this.settings = settings;
    this.otherwise = otherwise;
    this.relay = relay;
    List<String> hosts = settings == null ? List.of() : settings.nonProxyHosts();
    this.direct = patterns(hosts);
    this.directAddresses =
        hosts.stream().map(host -> new Cidr(host.trim())).filter(Cidr::isWellFormed).toList();
  }

  /** {@code *} stands for any characters, as in settings.xml. */
  private static List<Pattern> patterns(List<String> hosts) {
    return hosts.stream()
        .map(host -> host.trim().toLowerCase(Locale.ROOT))
        .filter(host -> !host.isEmpty())
        .map(host -> Pattern.compile(Pattern.quote(host).replace("*", "\\E.*\\Q")))
        .toList();
  }

  @Override
  public List<Proxy> select(URI uri) {
    if (LoopbackHost.matches(uri) || LINK_LOCAL.matcher(host(uri)).matches()) {
      return DIRECT;
    }
    if (settings != null) {
      return isThroughSettings(uri) ? List.of(new Proxy(Proxy.Type.HTTP, next(settings))) : DIRECT;
    }
    return otherwise == null ? DIRECT : otherwise.select(uri);
  }

  private InetSocketAddress next(ProxySettings proxy) {
    return relay == null ? new InetSocketAddress(proxy.host(), proxy.port()) : relay.address();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    if (settings == null && otherwise != null) {
      otherwise.connectFailed(uri, address, failure);
    }
  }

  /** The credentials for the proxy of the settings, for a request that goes through it. */
  Optional<String> authorization(URI uri) {
    return relay != null && isThroughSettings(uri)
        ? Optional.of(relay.authorization())
        : Optional.empty();
  }

  private boolean isThroughSettings(URI uri) {
    return settings != null
        && !LoopbackHost.matches(uri)
        && !LINK_LOCAL.matcher(host(uri)).matches()
        && direct.stream().noneMatch(pattern -> pattern.matcher(host(uri)).matches())
        && directAddresses.stream().noneMatch(block -> block.contains(new HostAddress(host(uri))));
  }

  /** The proxy that a request goes through, and who named it. */
  Optional<SourcedValue> through(URI uri) {
    if (settings != null) {
      return isThroughSettings(uri) ? Optional.of(settings.shown()) : Optional.empty();
    }
    return select(uri).stream()
        .map(Proxy::address)
        .filter(InetSocketAddress.class::isInstance)
        .map(address -> (InetSocketAddress) address)
        .findFirst()
        .map(
            address ->
                new SourcedValue(
                    "http://" + address.getHostString() + ":" + address.getPort(),
                    "the settings of Java"));
  }

  private static String host(URI uri) {
    return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }
}
