package io.github.hybridnet.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes an answer, or as much of it as shall be delivered. The server gives no access to its
 * sockets: closing an exchange before its answer is complete ends the connection, in TLS with a
 * {@code close_notify}.
 */
final class ResponseWriter {
  private ResponseWriter() {}

  static void write(HttpExchange exchange, ServerResponse serverResponse) throws IOException {
    if (serverResponse.delivery() == ServerResponse.Delivery.NONE
        || cannotBreakOff(serverResponse)) {
      exchange.close();
      return;
    }
    serverResponse
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (serverResponse.stream().isPresent()) {
      exchange.sendResponseHeaders(serverResponse.status(), 0);
      return;
    }
    byte[] bytes = serverResponse.bytes();
    boolean head = exchange.getRequestMethod().equalsIgnoreCase("HEAD");
    boolean whole = serverResponse.delivery() == ServerResponse.Delivery.WHOLE;
    if (head || whole && bytes.length == 0) {
      exchange.sendResponseHeaders(serverResponse.status(), -1);
      return;
    }
    if (!serverResponse.headers().containsKey(ServerResponse.CONTENT_TYPE)) {
      exchange
          .getResponseHeaders()
          .set(ServerResponse.CONTENT_TYPE, "application/json; charset=utf-8");
    }
    if (whole) {
      exchange.sendResponseHeaders(serverResponse.status(), bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    } else {
      breakOff(exchange, serverResponse, bytes);
    }
  }

  /** Of an answer that never has a body the headers are everything. */
  private static boolean cannotBreakOff(ServerResponse serverResponse) {
    boolean bodiless = serverResponse.status() == 204 || serverResponse.status() == 304;
    return bodiless && serverResponse.delivery() != ServerResponse.Delivery.WHOLE;
  }

  /** Announces one byte more than there is of an empty body, because something must be missing. */
  private static void breakOff(HttpExchange exchange, ServerResponse serverResponse, byte[] bytes)
      throws IOException {
    exchange.sendResponseHeaders(serverResponse.status(), Math.max(1, bytes.length));
    OutputStream out = exchange.getResponseBody();
    if (serverResponse.delivery() == ServerResponse.Delivery.HALF) {
      out.write(bytes, 0, bytes.length / 2);
    }
    out.flush();
    exchange.close();
  }
}
