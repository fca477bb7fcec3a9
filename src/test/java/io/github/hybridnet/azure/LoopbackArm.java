package io.github.hybridnet.azure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** As much of Azure as it takes to sign in, over HTTPS on loopback. */
public final class LoopbackArm implements AutoCloseable {
  public static final String TENANT = "72f988bf-0000-0000-0000-2d7cd011db47";
  public static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private volatile URI authority;

  private record Reply(int status, Map<String, String> headers, String body) {}

  public LoopbackArm(SSLContext context) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpsServer.create(any, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    authority = endpoint();
    on(
        "/metadata/endpoints",
        "{\"name\":\"loopback\",\"authentication\":{\"loginEndpoint\":\""
            + endpoint()
            + "/\",\"audiences\":[\""
            + endpoint()
            + "/\"]},\"suffixes\":{\"keyVaultDns\":\""
            + endpoint().getAuthority()
            + "\"}}");
    on(
        "/" + TENANT + "/oauth2/v2.0/token",
        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"a-token\"}");
    on(
        "/subscriptions",
        "{\"value\":[{\"subscriptionId\":\""
            + SUBSCRIPTION
            + "\",\"tenantId\":\""
            + TENANT
            + "\",\"displayName\":\"Loopback\",\"state\":\"Enabled\"}]}");
  }

  /** Answers 200 with a body at a path. */
  public LoopbackArm on(String path, String body) {
    return on(path, 200, Map.of(), body);
  }

  /** Answers at a path, or to one method of a path ({@code DELETE /path}). */
  public LoopbackArm on(String path, int status, Map<String, String> headers, String body) {
    replies.put(path, new Reply(status, headers, body));
    return this;
  }

  /** Who gives tokens for secrets, as the vault says. */
  public void signInForSecretsAt(URI authority) {
    this.authority = authority;
  }

  /** Refuses the tokens of so many requests for secrets. */
  public void refuseSecrets(int requests) {
    refusals.set(requests);
  }

  public URI endpoint() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Method and path of each request. */
  public List<String> requests() {
    return requests;
  }

  /** The headers of each request. */
  public List<Map<String, List<String>>> headers() {
    return headers;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      headers.add(Map.copyOf(exchange.getRequestHeaders()));
      boolean anonymous =
          path.contains("/secrets/")
              && (!exchange.getRequestHeaders().containsKey("Authorization")
                  || refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0);
      if (anonymous) {
        exchange
            .getResponseHeaders()
            .set(
                "WWW-Authenticate",
                "Bearer authorization=\""
                    + authority
                    + "/"
                    + TENANT
                    + "\", resource=\""
                    + authority
                    + "\"");
      }
      Reply usual = replies.getOrDefault(path, new Reply(404, Map.of(), "null"));
      Reply reply = replies.getOrDefault(exchange.getRequestMethod() + " " + path, usual);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(anonymous ? 401 : reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
