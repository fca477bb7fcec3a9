package io.github.hybridnet.azure.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.Context;
import com.sun.net.httpserver.HttpServer;
import io.github.hybridnet.azure.http.ArmErrorBody;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.SecretScrubber;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server sends, a goal comes to an end and has memory left. */
class BoundsTest {

  @Test
  void aBodyWithoutEndIsNotTakenIntoMemory() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(BoundsTest::daemon));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[1 << 20]);
            }
          } catch (IOException e) {
            exchange.close();
          }
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      assertThatThrownBy(() -> send(address, Duration.ofSeconds(60)))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage(
              "The answer has more than 33554432 bytes, more than any of Azure's.");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aSimulatorThatIsGoneIsNotWaitedFor() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertThatThrownBy(() -> send("http://127.0.0.1:" + port + "/x", Duration.ofSeconds(60)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(
            "Nothing listens at http://127.0.0.1:"
                + port
                + ". If a simulator ran there, it has ended.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"601", "999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
  void nobodyWaitsForYears(String value) {
    HttpHeaders headers = new HttpHeaders().set(HttpHeaderName.RETRY_AFTER, value);
    assertThat(RetryAfterHeader.of(headers, Instant.EPOCH)).contains(Duration.ofMinutes(10));
  }

  @Test
  void manyDetailsOfAnErrorAreNotAllTold() {
    String detail = "{\"code\":\"C\",\"message\":\"" + "m".repeat(1000) + "%d\"},";
    StringBuilder details = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      details.append(detail.formatted(i));
    }
    String body =
        "{\"error\":{\"code\":\"Big\",\"message\":\"x\",\"details\":[" + details + "{}]}}";
    ArmErrorBody error = ArmErrorBody.parse(body).orElseThrow();
    assertThat(error.message().length()).isLessThan(30_000);
    assertThat(error.detailCodes()).hasSizeLessThan(60);
    assertThat(new CloudErrorTranslator(new SecretScrubber(), Instant::now).message(error).length())
        .isLessThan(2_100);
  }

  private static Object send(String address, Duration within) {
    JdkTransport transport =
        new JdkTransport(
            HttpClient.newHttpClient(),
            new SettingsProxySelector(null, new NoProxies(), null),
            within);
    return transport.sendSync(new HttpRequest(HttpMethod.GET, address), Context.NONE);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  private static final class NoProxies extends java.net.ProxySelector {
    @Override
    public List<java.net.Proxy> select(java.net.URI uri) {
      return List.of(java.net.Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(java.net.URI uri, java.net.SocketAddress to, IOException why) {}
  }
}
