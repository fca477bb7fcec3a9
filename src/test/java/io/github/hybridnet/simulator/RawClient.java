package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/** One request over a TLS connection of its own; what comes back is kept byte for byte. */
final class RawClient {
  private RawClient() {}

  /**
   * What came back.
   *
   * @param text all bytes
   * @param closed whether the server ended the connection; else it was silent for a while
   */
  record Received(String text, boolean closed) {
    String head() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? text : text.substring(0, end);
    }

    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }

    int announced() {
      return head()
          .lines()
          .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
          .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
          .findFirst()
          .orElse(-1);
    }
  }

  static Received send(SimulatorAccess access, String method, String path, String body) {
    int port = access.endpoint().getPort();
    try (SSLSocket socket =
        (SSLSocket)
            PemTrustStore.in(access.caCertificate())
                .getSocketFactory()
                .createSocket("localhost", port)) {
      socket.setSoTimeout(2000);
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: localhost:"
              + port
              + "\r\nAuthorization: Bearer any\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return receive(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Received receive(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.write(next);
      }
      return new Received(all.toString(StandardCharsets.UTF_8), true);
    } catch (java.net.SocketTimeoutException e) {
      return new Received(all.toString(StandardCharsets.UTF_8), false);
    }
  }
}
