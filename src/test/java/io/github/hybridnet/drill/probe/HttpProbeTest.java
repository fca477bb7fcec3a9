package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import io.github.hybridnet.drill.probe.ProbeSpec.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@Isolated("sets system properties")
class HttpProbeTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(200);

  private static Probe probe(LoopbackServer server, String rest) {
    String address = "http://127.0.0.1:" + server.address().getPort() + rest;
    Http spec = (Http) ProbeParser.parse(List.of(address)).get(0);
    return new HttpProbe(server.address(), "127.0.0.1", spec.request(), TlsConnector.of(false));
  }

  private static ProbeAnswer ask(String answer, String rest, Duration timeout)
      throws IOException, InterruptedException {
    try (LoopbackServer server = LoopbackServer.saying(answer)) {
      return probe(server, rest).ask(timeout);
    }
  }

  private static String status(int status) {
    return "HTTP/1.1 " + status + " Whatever\r\nContent-Length: 3\r\n\r\nabc";
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 301, 399})
  void answersThatAreUp(int status) throws IOException, InterruptedException {
    assertThat(ask(status(status), "/", LONG)).isEqualTo(ProbeAnswer.UP);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 503})
  void answersThatAreNot(int status) throws IOException, InterruptedException {
    assertThat(ask(status(status), "/", LONG)).isEqualTo(ProbeAnswer.down("HTTP status " + status));
  }

  @Test
  void theUserMayWantOneStatus() throws IOException, InterruptedException {
    assertThat(ask(status(401), "/#status=401", LONG)).isEqualTo(ProbeAnswer.UP);
    assertThat(ask(status(200), "/#status=401", LONG))
        .isEqualTo(ProbeAnswer.down("HTTP status 200"));
  }

  @Test
  void preliminaryAnswersAreNotTheAnswer() throws IOException, InterruptedException {
    String early = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
    assertThat(ask(early + status(503), "/", LONG)).isEqualTo(ProbeAnswer.down("HTTP status 503"));
    assertThat(ask(early, "/", SHORT)).isEqualTo(ProbeAnswer.down("no answer within 200 ms"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.0 200\r\n\r\n", "HTTP/1.1 200 OK\nA: b\n\n", "HTTP/2 200 \r\n\r\n"})
  void unusualFormsOfAnAnswer(String answer) throws IOException, InterruptedException {
    assertThat(ask(answer, "/", LONG)).isEqualTo(ProbeAnswer.UP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/x 200 OK\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n"})
  void somethingElseIsNoAnswer(String answer) throws IOException, InterruptedException {
    assertThat(ask(answer, "/", LONG)).isEqualTo(ProbeAnswer.down("the answer is not HTTP"));
  }

  @Test
  void aHeadWithoutAnEndIsNoAnswer() throws IOException, InterruptedException {
    assertThat(ask("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000), "/", LONG))
        .isEqualTo(ProbeAnswer.down("the answer is not HTTP"));
    assertThat(ask("HTTP/1.1 200 OK\r\n", "/", SHORT))
        .isEqualTo(ProbeAnswer.down("no answer within 200 ms"));
    assertThat(ask("", "/", SHORT)).isEqualTo(ProbeAnswer.down("no answer within 200 ms"));
  }

  /** A byte now and then must not keep a probe alive. */
  @Test
  void theTimeOutIsOneForTheWholeAnswer() throws IOException, InterruptedException {
    LoopbackServer.Behaviour drops =
        (socket, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
          for (int i = 0; i < 1_000_000; i++) {
            out.write('x');
            out.flush();
            socket.setSoTimeout(20);
            try {
              var unused = socket.getInputStream().read();
            } catch (SocketTimeoutException e) {
              continue;
            }
          }
        };
    try (LoopbackServer server = LoopbackServer.doing(drops)) {
      assertThat(probe(server, "/").ask(SHORT))
          .isEqualTo(ProbeAnswer.down("no answer within 200 ms"));
    }
  }

  @Test
  void aConnectionThatEndsTooEarlyIsNoAnswer() throws IOException, InterruptedException {
    try (LoopbackServer server = LoopbackServer.doing((socket, out) -> out.flush())) {
      assertThat(probe(server, "/").ask(LONG))
          .isEqualTo(ProbeAnswer.down("the connection was closed before the answer"));
    }
    try (LoopbackServer server =
        LoopbackServer.doing((socket, out) -> socket.setSoLinger(true, 0))) {
      assertThat(probe(server, "/").ask(LONG))
          .isEqualTo(ProbeAnswer.down("the connection was lost"));
    }
  }

  @Test
  void eachProbeMakesItsOwnConnectionAndAsksForWhatWasWritten()
      throws IOException, InterruptedException {
    try (LoopbackServer server = LoopbackServer.saying(status(302))) {
      Probe probe = probe(server, "/health?deep=1");
      assertThat(probe.ask(LONG)).isEqualTo(ProbeAnswer.UP);
      assertThat(probe.ask(LONG)).isEqualTo(ProbeAnswer.UP);
      assertThat(server.heads())
          .hasSize(2)
          .allSatisfy(
              head ->
                  assertThat(head)
                      .startsWith("GET /health?deep=1 HTTP/1.1\nHost: 127.0.0.1:")
                      .contains("\nConnection: close\n"));
    }
  }

  /** Whoever set a proxy for Maven wants artifacts from it; a drill is about the network. */
  @Test
  void proxiesAreNotUsed() throws IOException, InterruptedException {
    List<String> names = List.of("socksProxyHost", "socksProxyPort", "http.proxyHost");
    try (LoopbackServer server = LoopbackServer.saying(status(200))) {
      System.setProperty("socksProxyHost", InetAddress.getLoopbackAddress().getHostAddress());
      System.setProperty("socksProxyPort", "1");
      System.setProperty("http.proxyHost", "192.0.2.1");
      assertThat(probe(server, "/").ask(LONG)).isEqualTo(ProbeAnswer.UP);
    } finally {
      names.forEach(System::clearProperty);
    }
  }
}
