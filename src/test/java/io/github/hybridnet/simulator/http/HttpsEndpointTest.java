package io.github.hybridnet.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.Patience;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import io.github.hybridnet.simulator.http.tls.ServerCertificates;
import io.github.hybridnet.simulator.state.SecretCipher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsEndpointTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir Path directory;
  private SSLContext server;
  private HttpClient client;

  @BeforeEach
  void prepare() throws Exception {
    SimulatorFixture.prepared(directory);
    SecretCipher box = SecretCipher.keyIn(directory.resolve("state.key"));
    char[] password = HexFormat.of().formatHex(box.derive("key store")).toCharArray();
    server = new ServerCertificates(directory, LOOPBACK, password).context(Instant.now());
    client =
        HttpClient.newBuilder().sslContext(PemTrustStore.in(directory.resolve("ca.pem"))).build();
  }

  private HttpsEndpoint serve(RequestHandler requestHandler) throws IOException {
    return HttpsEndpoint.serve(new InetSocketAddress(LOOPBACK, 0), server, requestHandler);
  }

  private static HttpRequest request(HttpsEndpoint endpoint) {
    return HttpRequest.newBuilder(URI.create(endpoint.uri() + "/x"))
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  @Test
  void clientsThatSendHalfARequestDoNotKeepOthersFromBeingServed() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try (HttpsEndpoint endpoint = serve(serverRequest -> ServerResponse.empty(204))) {
      for (int i = 0; i < 50; i++) {
        Socket socket = new Socket(LOOPBACK, endpoint.uri().getPort());
        silent.add(socket);
        if (i % 2 == 0) {
          // The first byte of a TLS handshake.
          socket.getOutputStream().write(0x16);
        }
      }
      HttpResponse<Void> answer =
          client.send(request(endpoint), HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(204);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void requestThatIsBeingAnsweredIsAnsweredBeforeTheEnd() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    HttpsEndpoint endpoint =
        serve(
            serverRequest -> {
              running.countDown();
              try {
                assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return ServerResponse.empty(204);
            });
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request(endpoint), HttpResponse.BodyHandlers.discarding());
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    Thread closing = new Thread(endpoint::close);
    closing.start();
    Patience.until(
        "the end waits",
        () -> closing.getState() == Thread.State.TIMED_WAITING || !closing.isAlive());
    released.countDown();
    assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    closing.join(30_000);
    assertThat(closing.isAlive()).isFalse();
  }
}
