package io.github.hybridnet.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** The JDK's HTTPS server in front of one {@link RequestHandler}. */
public final class HttpsEndpoint implements AutoCloseable {
  /** Seconds for a client to send its request; one that sends half of it is then cut off. */
  private static final String PATIENCE = "60";

  private static final long LAST_SECONDS = 2;
  private static final int BODY_LIMIT = 4 << 20;
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?");

  private final HttpsServer server;
  private final ExecutorService workers;
  private final InFlightRequests inFlightRequests = new InFlightRequests();
  private final OpenStreams streams = new OpenStreams();
  private final URI uri;

  private HttpsEndpoint(HttpsServer server, ExecutorService workers, URI uri) {
    this.server = server;
    this.workers = workers;
    this.uri = uri;
  }

  /**
   * Binds the address and begins to serve.
   *
   * @throws java.net.BindException if the port is taken
   */
  public static HttpsEndpoint serve(
      InetSocketAddress address, SSLContext tls, RequestHandler requestHandler) throws IOException {
    // Without it each answer waits 40 ms for the client's delayed acknowledgement.
    suggest("sun.net.httpserver.nodelay", "true");
    suggest("sun.net.httpserver.maxReqTime", PATIENCE);
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    ExecutorService workers = workers();
    server.setExecutor(workers);
    URI uri = URI.create("https://" + hostIn(address) + ":" + server.getAddress().getPort());
    HttpsEndpoint endpoint = new HttpsEndpoint(server, workers, uri);
    server.createContext("/", exchange -> endpoint.exchange(exchange, requestHandler));
    server.start();
    return endpoint;
  }

  /** As many threads as there are requests: each is held by its client until it is sent whole. */
  private static ExecutorService workers() {
    return Executors.newCachedThreadPool(SimulatorThreadFactory.numbered("simulator-http"));
  }

  /** The JDK's server reads these once, when it is first used in this process. */
  private static void suggest(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The address of the server, without a slash at the end. */
  public URI uri() {
    return uri;
  }

  /** Lets what is being answered be answered, for a while, and stops. */
  @Override
  public void close() {
    streams.close();
    try {
      inFlightRequests.await(LAST_SECONDS, TimeUnit.SECONDS);
      server.stop(0);
      workers.shutdown();
      if (!workers.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.stop(0);
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The name that was given, else the address itself: what {@code localhost} means differs between
   * machines, and between the programs of one.
   */
  private static String hostIn(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    boolean isSixth = host instanceof Inet6Address;
    if (host.isAnyLocalAddress()) {
      return isSixth ? "[::1]" : "127.0.0.1";
    }
    String literal = host.getHostAddress();
    String name = address.getHostString();
    if (!name.equals(literal)) {
      return name;
    }
    if (host.isLoopbackAddress() && isSixth) {
      return "[::1]";
    }
    return isSixth ? "[" + literal + "]" : literal;
  }

  private void exchange(HttpExchange exchange, RequestHandler requestHandler) throws IOException {
    try (exchange) {
      ServerResponse serverResponse = answer(exchange, requestHandler);
      ResponseStream stream = serverResponse.stream().orElse(null);
      if (stream != null) {
        // Not in flight: it ends when the server says so.
        streams.send(exchange, stream);
      }
    }
  }

  private ServerResponse answer(HttpExchange exchange, RequestHandler requestHandler)
      throws IOException {
    inFlightRequests.begin();
    try {
      InputStream in = exchange.getRequestBody();
      byte[] body = in.readNBytes(BODY_LIMIT + 1);
      ServerResponse serverResponse =
          body.length > BODY_LIMIT ? tooLarge() : requestHandler.handle(read(exchange, body, uri));
      ResponseWriter.write(exchange, serverResponse);
      return serverResponse;
    } finally {
      inFlightRequests.end();
    }
  }

  private static ServerRequest read(HttpExchange exchange, byte[] body, URI uri) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), first(values)));
    String host = headers.getOrDefault("host", "");
    String base = HOST.matcher(host).matches() ? "https://" + host : uri.toString();
    return new ServerRequest(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        target(exchange.getRequestURI()),
        base,
        headers,
        body);
  }

  /** Clients that put a slash before an id send {@code //subscriptions/…}, which is no host. */
  private static ServerRequest.Target target(URI uri) {
    boolean twoSlashes = uri.getScheme() == null && uri.getRawAuthority() != null;
    String path = Objects.requireNonNullElse(uri.getRawPath(), "/");
    return new ServerRequest.Target(
        twoSlashes ? "//" + uri.getRawAuthority() + path : path,
        Objects.requireNonNullElse(uri.getRawQuery(), ""));
  }

  private static ServerResponse tooLarge() {
    ObjectNode body = JsonCodec.object();
    body.putObject("error")
        .put("code", "RequestContentTooLarge")
        .put("message", "The request content size exceeds the maximum size of 4 MB.");
    return ServerResponse.json(413, body);
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }
}
