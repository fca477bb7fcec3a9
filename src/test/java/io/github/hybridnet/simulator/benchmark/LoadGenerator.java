package io.github.hybridnet.simulator.benchmark;

import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Sends the same GET over a few kept connections, as fast as it is answered. A process of its own,
 * and as lean as it can be, so that it is the server that is measured. Reads {@code COUNT URL
 * CA-FILE} from its input, line by line, and prints in how many seconds and with how many seconds
 * of CPU that many were answered.
 */
final class LoadGenerator {
  private static final int CONNECTIONS = 16;

  private final URI uri;
  private final SSLContext tls;
  private final AtomicInteger left = new AtomicInteger();

  private LoadGenerator(URI uri, SSLContext tls) {
    this.uri = uri;
    this.tls = tls;
  }

  public static void main(String[] arguments) throws Exception {
    byte[] input = new byte[4096];
    int length;
    while ((length = System.in.read(input)) > 0) {
      String[] words = new String(input, 0, length, StandardCharsets.UTF_8).strip().split(" ");
      SSLContext tls = PemTrustStore.in(Path.of(words[2]));
      LoadGenerator generator = new LoadGenerator(URI.create(words[1]), tls);
      double cpu = Cpu.seconds();
      double seconds = generator.run(Integer.parseInt(words[0]));
      System.out.println(seconds + " " + (Cpu.seconds() - cpu));
    }
  }

  private double run(int count) throws InterruptedException {
    Thread[] threads = new Thread[CONNECTIONS];
    long begin = System.nanoTime();
    left.set(count);
    for (int i = 0; i < CONNECTIONS; i++) {
      threads[i] = new Thread(this::ask);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private void ask() {
    byte[] request =
        ("GET "
                + uri.getRawPath()
                + "?"
                + uri.getRawQuery()
                + " HTTP/1.1\r\nHost: localhost:"
                + uri.getPort()
                + "\r\nAuthorization: Bearer any\r\nAccept: application/json\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket("localhost", uri.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
      OutputStream out = socket.getOutputStream();
      while (left.getAndDecrement() > 0) {
        out.write(request);
        skipAnswer(in);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void skipAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200 ")) {
      throw new IOException(status);
    }
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
