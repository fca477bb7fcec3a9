package io.github.hybridnet.azure.http.transport;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.settings.LoopbackHost;
import io.github.hybridnet.text.CauseChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Sends the SDK's requests with the JDK's HTTP client, on the thread that asks.
 *
 * <p>The SDK's own adapter ({@code azure-core-http-jdk-httpclient}) is not used, for four reasons:
 * it logs a warning for each request that has a {@code Content-Length}, which Maven shows, and
 * which only a system property could silence; without that header it sends chunked bodies; it takes
 * proxies from environment variables that were not configured; and it logs each refused connection
 * as an error. Here the length is that of the body, and failures are only thrown. Redirects are
 * never followed.
 */
final class JdkTransport implements HttpClient, AutoCloseable {
  /** Headers that the JDK's client sets itself and does not let others set. */
  private static final Set<String> OF_THE_CLIENT =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final AtomicReference<java.net.http.@Nullable HttpClient> client;
  private final SettingsProxySelector route;
  private final Duration answerWithin;

  /**
   * Creates the transport of one session.
   *
   * @param client the JDK's client, already set up
   * @param route which requests go through a proxy, for the proxy's credentials
   * @param answerWithin how long to wait for an answer's headers, and as long again for its body
   */
  JdkTransport(
      java.net.http.HttpClient client, SettingsProxySelector route, Duration answerWithin) {
    this.client = new AtomicReference<>(client);
    this.route = route;
    this.answerWithin = answerWithin;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.fromCallable(() -> sendSync(request, context));
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @throws UncheckedIOException when there is no answer
   * @throws InterruptedExchangeException when the thread was interrupted meanwhile
   */
  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    Duration limit = ShortTimeoutPolicy.of(context).orElse(answerWithin);
    try {
      CompletableFuture<java.net.http.HttpResponse<byte[]>> exchange =
          open()
              .sendAsync(
                  converted(request, limit),
                  BoundedBodySubscriber.upTo(BoundedBodySubscriber.LIMIT));
      return new BufferedResponse(request, ended(exchange, uri(request), limit));
    } catch (ConnectException e) {
      throw new UncheckedIOException(refused(uri(request), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw InterruptedExchangeException.during(e);
    }
  }

  /** Nobody could connect: where there is a proxy, it was that, else the host. */
  private IOException refused(URI uri, ConnectException failure) {
    return route
        .through(uri)
        .<IOException>map(proxy -> new ProxyUnreachableException(proxy, failure))
        .orElseGet(
            () ->
                failure instanceof EndpointGoneException
                    ? failure
                    : new HostUnreachableException(uri.getHost(), failure));
  }

  /** The JDK's own limit ends with the headers; a body that never ends would hang the build. */
  private static java.net.http.HttpResponse<byte[]> ended(
      CompletableFuture<java.net.http.HttpResponse<byte[]>> exchange, URI uri, Duration limit)
      throws IOException, InterruptedException {
    try {
      return exchange.get(limit.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("The answer did not end in time.");
    } catch (ExecutionException e) {
      throw failure(uri, e.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  private static IOException failure(URI uri, @Nullable Throwable cause) {
    Optional<BodyTooLargeException> tooLarge = CauseChain.find(cause, BodyTooLargeException.class);
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    if (cause instanceof ConnectException && LoopbackHost.matches(uri)) {
      EndpointGoneException gone = new EndpointGoneException(uri);
      gone.initCause(cause);
      return gone;
    }
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }

  private java.net.http.HttpClient open() throws IOException {
    java.net.http.HttpClient open = client.get();
    if (open == null) {
      throw new SessionClosedException();
    }
    return open;
  }

  /**
   * Lets go of the client. From Java 21 on it can be closed; before, its one thread ends when the
   * garbage collector finds it unreachable, which it is from now on.
   */
  @Override
  public void close() {
    java.net.http.HttpClient open = client.getAndSet(null);
    if (open instanceof AutoCloseable since21) {
      close(since21);
    }
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private java.net.http.HttpRequest converted(HttpRequest request, Duration limit) {
    URI uri = uri(request);
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(uri)
            .timeout(limit)
            .method(request.getHttpMethod().toString(), body(request.getBodyAsBinaryData()));
    for (HttpHeader header : request.getHeaders()) {
      if (!OF_THE_CLIENT.contains(header.getName().toLowerCase(Locale.ROOT))) {
        header.getValuesList().forEach(value -> builder.header(header.getName(), value));
      }
    }
    route
        .authorization(uri)
        .ifPresent(
            value ->
                builder.setHeader(
                    HttpHeaderName.PROXY_AUTHORIZATION.getCaseSensitiveName(), value));
    return builder.build();
  }

  private static BodyPublisher body(@Nullable BinaryData body) {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.toBytes());
  }

  private static URI uri(HttpRequest request) {
    try {
      return request.getUrl().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not a URI: " + request.getUrl().getPath(), e);
    }
  }
}
