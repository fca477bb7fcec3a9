package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.azure.TestCertificate;
import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import io.github.hybridnet.drill.probe.ProbeSpec.Http;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HttpsProbeTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static TestCertificate certificate;
  private static KeyStore roots;

  private final Set<Long> sessions = ConcurrentHashMap.newKeySet();
  private LoopbackServer server;

  @BeforeAll
  static void certificate() throws Exception {
    certificate = TestCertificate.make(directory);
    roots = KeyStore.getInstance(KeyStore.getDefaultType());
    roots.load(null, null);
    String pem = Files.readString(certificate.pem());
    String block = pem.substring(pem.indexOf("-----BEGIN"));
    try (InputStream in = new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII))) {
      roots.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
  }

  @BeforeEach
  void start() throws Exception {
    server =
        new LoopbackServer(
            certificate
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
            (socket, out) -> {
              sessions.add(((SSLSocket) socket).getSession().getCreationTime());
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              out.flush();
            });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private ProbeAnswer ask(String host, String fragment, TlsConnector tlsConnector)
      throws InterruptedException {
    return probe(host, fragment, tlsConnector).ask(LONG);
  }

  private Probe probe(String host, String fragment, TlsConnector tlsConnector) {
    Http spec = (Http) ProbeParser.parse(List.of("https://" + host + "/" + fragment)).get(0);
    return new HttpProbe(server.address(), host, spec.request(), tlsConnector);
  }

  @Test
  void aTrustedCertificateOfThatNameIsTaken() throws InterruptedException {
    assertThat(ask("localhost", "", TlsConnector.trusting(roots))).isEqualTo(ProbeAnswer.UP);
    assertThat(ask("127.0.0.1", "", TlsConnector.trusting(roots))).isEqualTo(ProbeAnswer.UP);
  }

  @Test
  void oneOfAnotherNameIsNot() throws InterruptedException {
    assertThat(ask("other.example", "", TlsConnector.trusting(roots)))
        .isEqualTo(ProbeAnswer.down("the certificate is for another name"));
  }

  @Test
  void oneThatNobodyKnowsIsNot() throws InterruptedException {
    assertThat(ask("localhost", "", TlsConnector.of(false)))
        .isEqualTo(ProbeAnswer.down("the certificate is not trusted"));
  }

  @Test
  void theUserMayTakeAnyCertificate() throws InterruptedException {
    assertThat(ask("other.example", "#certificate=unchecked", TlsConnector.of(true)))
        .isEqualTo(ProbeAnswer.UP);
  }

  @Test
  void noSessionIsTakenUpAgain() throws InterruptedException {
    Probe probe = probe("localhost", "", TlsConnector.trusting(roots));
    for (int i = 0; i < 3; i++) {
      assertThat(probe.ask(LONG)).isEqualTo(ProbeAnswer.UP);
    }
    // A session that is taken up again has the time of the first one.
    assertThat(sessions).hasSizeGreaterThan(1);
  }

  @Test
  void aServerWithoutTlsIsTold() throws IOException, InterruptedException {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread answering =
          new Thread(
              () -> {
                try (var socket = plain.accept()) {
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  while (socket.getInputStream().read() >= 0) {
                    continue;
                  }
                } catch (IOException e) {
                  return;
                }
              });
      answering.setDaemon(true);
      answering.start();
      Http spec = (Http) ProbeParser.parse(List.of("https://localhost/")).get(0);
      Probe probe =
          new HttpProbe(
              new InetSocketAddress(plain.getInetAddress(), plain.getLocalPort()),
              "localhost",
              spec.request(),
              TlsConnector.of(false));
      assertThat(probe.ask(LONG)).isEqualTo(ProbeAnswer.down("the other side does not speak TLS"));
    }
  }

  @Test
  void silenceDuringTheHandshakeEndsWithTheTimeOut() throws IOException, InterruptedException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Http spec = (Http) ProbeParser.parse(List.of("https://localhost/")).get(0);
      Probe probe =
          new HttpProbe(
              new InetSocketAddress(silent.getInetAddress(), silent.getLocalPort()),
              "localhost",
              spec.request(),
              TlsConnector.of(false));
      // The first probe of all may need longer than that to get ready; it fails all the same.
      assertThat(probe.ask(Duration.ofMillis(300)))
          .isEqualTo(ProbeAnswer.down("no answer within 300 ms"));
    }
  }
}
