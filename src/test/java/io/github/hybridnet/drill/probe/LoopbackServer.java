package io.github.hybridnet.drill.probe;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each connection as a test wants, and remembers what was asked. */
final class LoopbackServer implements Closeable {
  private final ServerSocket server;
  private final Behaviour behaviour;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** What it does once the head of a request was read. */
  @FunctionalInterface
  interface Behaviour {
    void answer(Socket socket, OutputStream out) throws IOException;
  }

  LoopbackServer(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
    Thread thread = new Thread(this::serve, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** One that writes a text and then waits until the other side ends. */
  static LoopbackServer saying(String answer) throws IOException {
    return new LoopbackServer(
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        (socket, out) -> {
          out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
          out.flush();
          var unused = socket.getInputStream().read();
        });
  }

  static LoopbackServer doing(Behaviour behaviour) throws IOException {
    return new LoopbackServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  List<String> heads() {
    return heads;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          head.append(line).append('\n');
          if (line.isEmpty()) {
            heads.add(head.toString());
            behaviour.answer(socket, socket.getOutputStream());
            break;
          }
        }
      } catch (IOException e) {
        // The other side went away, which is what some tests are about.
        continue;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
