package io.github.hybridnet.azure.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A proxy that asks for a password, and leads every tunnel to one port on loopback. */
public final class TunnelProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final int target;
  private final @Nullable String expected;

  /**
   * Listens on any port.
   *
   * @param target where the tunnels lead
   * @param expected the credentials that are asked for, or null
   */
  public TunnelProxy(int target, @Nullable String expected) throws IOException {
    this.target = target;
    this.expected = expected;
    this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The first line of each request. */
  public List<String> requests() {
    return requests;
  }

  private void listen() {
    try {
      while (true) {
        Socket client = listener.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      requests.add("closed");
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      List<String> head = head(in);
      requests.add(head.get(0));
      boolean allowed =
          expected == null
              || head.stream()
                  .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("proxy-auth"))
                  .map(line -> line.substring(line.indexOf(':') + 1).trim())
                  .anyMatch(expected::equals);
      if (!allowed) {
        say(
            client,
            "HTTP/1.1 407 Proxy Authentication Required\r\n"
                + "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      say(client, "HTTP/1.1 200 Connected\r\n\r\n");
      tunnel(client, in);
    } catch (IOException e) {
      requests.add("lost");
    }
  }

  private void tunnel(Socket client, InputStream in) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      threads.execute(() -> copy(server, client));
      in.transferTo(server.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The other side has closed the tunnel, which ends the test's exchange.
      return;
    }
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = in.read()) != -1) {
      if (c == '\n') {
        if (line.isEmpty()) {
          return lines;
        }
        lines.add(line.toString());
        line.setLength(0);
      } else if (c != '\r') {
        line.append((char) c);
      }
    }
    throw new IOException("no head");
  }

  private static void say(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    to.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
