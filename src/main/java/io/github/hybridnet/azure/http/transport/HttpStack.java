package io.github.hybridnet.azure.http.transport;

import com.azure.core.http.HttpClient;
import io.github.hybridnet.azure.settings.ProxySettings;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.engine.process.DaemonThreadFactory;
import io.github.hybridnet.engine.retry.Sleeper;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The HTTP client of one session, with its own threads. */
public final class HttpStack implements AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(20);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(100);

  private final ExecutorService executor;
  private final @Nullable ProxyRelay relay;
  private final JdkTransport transport;
  private final HttpClient client;
  private final SettingsProxySelector route;

  /**
   * Creates the client of a session.
   *
   * @param trusted the trusted certificate authorities, or null for the JVM's own
   * @param proxy the proxy of the settings, or null for the JVM's own choice
   */
  public HttpStack(
      @Nullable SSLContext trusted,
      @Nullable ProxySettings proxy,
      InstantSource clock,
      Sleeper sleeper) {
    this.executor = Executors.newCachedThreadPool(new DaemonThreadFactory("hybridnet-http"));
    this.relay =
        proxy == null || proxy.username() == null ? null : ProxyRelay.start(proxy, executor);
    this.route = new SettingsProxySelector(proxy, ProxySelector.getDefault(), relay);
    java.net.http.HttpClient.Builder builder =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .proxy(route)
            .executor(executor);
    java.net.http.HttpClient jdk =
        (trusted == null ? builder : builder.sslContext(trusted)).build();
    this.transport = new JdkTransport(jdk, route, ANSWER_WITHIN);
    this.client = new RetryingClient(transport, clock, sleeper);
  }

  /** Sends requests, and again what a moment's disturbance spoiled. */
  public HttpClient client() {
    return client;
  }

  /** The proxy through which an address is reached, if there is one, and who named it. */
  public Optional<SourcedValue> proxyFor(URI address) {
    return route.through(address);
  }

  /** For work that needs threads of its own. */
  public ExecutorService executor() {
    return executor;
  }

  @Override
  public void close() {
    transport.close();
    if (relay != null) {
      relay.close();
    }
    executor.shutdownNow();
  }
}
