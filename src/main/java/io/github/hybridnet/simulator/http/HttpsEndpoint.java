package io.github.hybridnet.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** The JDK's HTTPS server in front of one {@link Handler}. */
public final class HttpsEndpoint implements AutoCloseable {
  private static final int WORKERS = 8;
  private static final int BODY_LIMIT = 4 << 20;
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?");

  private final HttpsServer server;
  private final ExecutorService workers;
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
  public static HttpsEndpoint serve(InetSocketAddress address, SSLContext tls, Handler handler)
      throws IOException {
    // Without it each answer waits 40 ms for the client's delayed acknowledgement. The server reads
    // it once, when it is first used in this process.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    AtomicInteger count = new AtomicInteger();
    ExecutorService workers =
        Executors.newFixedThreadPool(
            WORKERS,
            task -> {
              Thread thread = new Thread(task, "simulator-http-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(workers);
    URI uri = URI.create("https://" + hostIn(address) + ":" + server.getAddress().getPort());
    server.createContext("/", exchange -> exchange(exchange, handler, uri));
    server.start();
    return new HttpsEndpoint(server, workers, uri);
  }

  /** The address of the server, without a slash at the end. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
    try {
      if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static String hostIn(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    if (host.isLoopbackAddress() || host.isAnyLocalAddress()) {
      return "localhost";
    }
    return host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
  }

  private static void exchange(HttpExchange exchange, Handler handler, URI uri) throws IOException {
    try (exchange) {
      InputStream in = exchange.getRequestBody();
      byte[] body = in.readNBytes(BODY_LIMIT + 1);
      Response response =
          body.length > BODY_LIMIT ? tooLarge() : handler.handle(read(exchange, body, uri));
      write(exchange, response);
    }
  }

  private static Request read(HttpExchange exchange, byte[] body, URI uri) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), first(values)));
    String host = headers.getOrDefault("host", "");
    String base = HOST.matcher(host).matches() ? "https://" + host : uri.toString();
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    Request.Target target =
        new Request.Target(path == null ? "/" : path, query == null ? "" : query);
    return new Request(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT), target, base, headers, body);
  }

  private static Response tooLarge() {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("code", "RequestContentTooLarge")
        .put("message", "The request content is longer than " + BODY_LIMIT + " bytes.");
    return Response.json(413, body);
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }

  private static void write(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] bytes = response.body().map(Json::bytes).orElse(new byte[0]);
    boolean head = exchange.getRequestMethod().equalsIgnoreCase("HEAD");
    if (bytes.length == 0 || head) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(response.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
