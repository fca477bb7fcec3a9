package io.github.hybridnet.lab;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** What runs in the virtual machine: an HTTP service, and an echo of UDP. */
final class LabService {
  /** Where HTTP is answered. */
  static final int HTTP = 8080;

  /** Where UDP is sent back. */
  static final int ECHO = 7007;

  /** What must never be seen on the internet. */
  static final String MARKER = "in-the-clear-at-the-failover-lab";

  /** What it says when it can be reached. */
  static final String READY = "ready";

  private static final int BACKLOG = 512;

  private LabService() {}

  public static void main(String[] arguments) throws IOException {
    InetAddress address = InetAddress.getByName(arguments[0]);
    byte[] answer = (MARKER + "\n").getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress(address, HTTP), BACKLOG);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    try (DatagramSocket echo = new DatagramSocket(ECHO, address)) {
      System.out.println(READY);
      DatagramPacket packet = new DatagramPacket(new byte[256], 256);
      while (true) {
        packet.setLength(256);
        echo.receive(packet);
        echo.send(packet);
      }
    }
  }
}
