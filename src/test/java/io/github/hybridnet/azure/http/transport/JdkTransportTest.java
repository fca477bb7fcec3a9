package io.github.hybridnet.azure.http.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.Context;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JdkTransportTest {
  private static final SettingsProxySelector DIRECT = new SettingsProxySelector(null, null, null);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/stalls", this::stall);
    server.createContext("/drips", this::drip);
    server.start();
  }

  private void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 10);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    isOverWithin(1, TimeUnit.HOURS);
  }

  /** Each byte comes soon after the last one, and none is the last. */
  private void drip(HttpExchange exchange) throws IOException {
    try {
      exchange.sendResponseHeaders(200, 0);
      while (!isOverWithin(5, TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
    } catch (IOException closed) {
      letGo.countDown();
    }
  }

  private boolean isOverWithin(long time, TimeUnit unit) {
    try {
      return over.await(time, unit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void assertGivenUp(String path, Duration answerWithin, Context context) {
    try (JdkTransport transport =
        new JdkTransport(java.net.http.HttpClient.newHttpClient(), DIRECT, answerWithin)) {
      HttpRequest request =
          new HttpRequest(
              HttpMethod.GET, "http://localhost:" + server.getAddress().getPort() + path);
      assertThatThrownBy(() -> transport.sendSync(request, context))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(HttpTimeoutException.class);
    }
  }

  /** A label of 64 characters is no name, so that nobody is asked for it. */
  @Test
  void aHostThatIsNotKnownIsNamed() {
    String host = "x".repeat(64) + ".invalid";
    try (JdkTransport transport =
        new JdkTransport(java.net.http.HttpClient.newHttpClient(), DIRECT, Duration.ofMinutes(1))) {
      HttpRequest request = new HttpRequest(HttpMethod.GET, "http://" + host + "/");
      assertThatThrownBy(() -> transport.sendSync(request, Context.NONE))
          .cause()
          .isInstanceOf(HostUnreachableException.class)
          .hasMessage(host)
          .hasRootCauseInstanceOf(UnresolvedAddressException.class);
    }
  }

  @Test
  void aBodyThatStallsIsGivenUp() {
    assertGivenUp("/stalls", Duration.ofMillis(200), Context.NONE);
  }

  @Test
  @Timeout(60)
  void aBodyThatDripsIsGivenUpAndItsConnectionLetGo() throws Exception {
    // On a busy machine a short limit may end before the server has seen the request.
    Duration limit = Duration.ofMillis(200);
    do {
      assertGivenUp("/drips", limit, Context.NONE);
      limit = limit.multipliedBy(2);
    } while (!letGo.await(1, TimeUnit.SECONDS));
  }

  @Test
  @Timeout(60)
  void nearbyTheBodyHasTheShortLimitToo() {
    Context nearby = new Context(ShortTimeoutPolicy.class.getName(), Duration.ofMillis(200));
    assertGivenUp("/drips", Duration.ofHours(1), nearby);
  }
}
