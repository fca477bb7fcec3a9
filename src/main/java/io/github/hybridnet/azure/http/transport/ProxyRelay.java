package io.github.hybridnet.azure.http.transport;

import io.github.hybridnet.azure.settings.ProxySettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Stands between the JDK's client and a proxy that asks for a password.
 *
 * <p>The JDK sends no Basic credentials for an HTTPS tunnel, unless the whole JVM was started with
 * {@code jdk.http.auth.tunneling.disabledSchemes=}, which no user sets for one plugin. So the
 * client uses this relay on loopback, which opens the tunnel with the credentials of the settings.
 * It opens tunnels only with a secret of its own, so that no other process on the machine can use
 * them.
 */
final class ProxyRelay implements AutoCloseable {
  private static final int LONGEST_HEAD = 16_384;
  private static final int CONNECT_MILLIS = 20_000;
  private static final int SECRET_BYTES = 24;

  private final ProxySettings proxy;
  private final ExecutorService threads;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final String authorization;

  private ProxyRelay(ProxySettings proxy, ExecutorService threads, ServerSocket listener) {
    this.proxy = proxy;
    this.threads = threads;
    this.listener = listener;
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    this.authorization = "Bearer " + HexFormat.of().formatHex(secret);
  }

  /** Listens on any port of loopback. */
  static ProxyRelay start(ProxySettings proxy, ExecutorService threads) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ProxyRelay relay = new ProxyRelay(proxy, threads, listener);
      threads.execute(relay::listen);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The loopback address at which the relay listens. */
  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** What it wants to be shown, as {@code Proxy-Authorization}. */
  String authorization() {
    return authorization;
  }

  private void listen() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        sockets.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closing the relay ends accept() in this way; a broken listener refuses the next tunnel.
      close();
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      String head = head(in);
      boolean known = head.lines().anyMatch(this::isAuthorized);
      if (!known) {
        say(client, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      tunnel(client, in, head);
    } catch (IOException e) {
      // Either end has closed the tunnel; the client sees that on its own side.
      return;
    } finally {
      sockets.remove(client);
    }
  }

  private void tunnel(Socket client, InputStream in, String head) throws IOException {
    try (Socket server = new Socket()) {
      sockets.add(server);
      if (!connect(server)) {
        say(client, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      String others =
          head.lines()
              .filter(line -> !line.regionMatches(true, 0, "proxy-authorization:", 0, 20))
              .map(line -> line + "\r\n")
              .reduce("", String::concat);
      say(server, others + "Proxy-Authorization: Basic " + credentials() + "\r\n\r\n");
      threads.execute(() -> copyBack(server, client));
      in.transferTo(server.getOutputStream());
    }
  }

  private boolean connect(Socket server) {
    try {
      server.connect(new InetSocketAddress(proxy.host(), proxy.port()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void copyBack(Socket server, Socket client) {
    try (server;
        client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // Either end has closed the tunnel.
      return;
    } finally {
      sockets.remove(server);
    }
  }

  private boolean isAuthorized(String line) {
    int colon = line.indexOf(':');
    return colon > 0
        && line.substring(0, colon).equalsIgnoreCase("proxy-authorization")
        && line.substring(colon + 1).trim().equals(authorization);
  }

  private String credentials() {
    String password = proxy.password() == null ? "" : proxy.password().reveal();
    byte[] both = (proxy.username() + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }

  /** The lines up to the first empty one. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD) {
      int c = in.read();
      if (c == -1) {
        break;
      }
      if (c != '\r') {
        head.append((char) c);
      }
      if (head.length() >= 2 && head.substring(head.length() - 2).equals("\n\n")) {
        return head.substring(0, head.length() - 1);
      }
    }
    throw new IOException("not a request");
  }

  private static void say(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    to.getOutputStream().flush();
  }

  @Override
  public void close() {
    try (listener) {
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
