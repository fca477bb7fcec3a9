package io.github.hybridnet.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes an answer, or as much of it as shall be delivered. The server gives no access to its
 * sockets: closing an exchange before its answer is complete is what ends the connection, in TLS
 * with a proper farewell.
 */
final class ResponseWriter {
  private ResponseWriter() {}

  static void write(HttpExchange exchange, Response response) throws IOException {
    if (response.delivery() == Response.Delivery.NONE || cannotBreakOff(response)) {
      exchange.close();
      return;
    }
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (response.stream().isPresent()) {
      exchange.sendResponseHeaders(response.status(), 0);
      return;
    }
    byte[] bytes = response.bytes();
    boolean head = exchange.getRequestMethod().equalsIgnoreCase("HEAD");
    boolean whole = response.delivery() == Response.Delivery.WHOLE;
    if (head || whole && bytes.length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    if (!response.headers().containsKey(Response.CONTENT_TYPE)) {
      exchange.getResponseHeaders().set(Response.CONTENT_TYPE, "application/json; charset=utf-8");
    }
    if (whole) {
      exchange.sendResponseHeaders(response.status(), bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    } else {
      breakOff(exchange, response, bytes);
    }
  }

  /** Of an answer that never has a body the headers are everything. */
  private static boolean cannotBreakOff(Response response) {
    boolean bodiless = response.status() == 204 || response.status() == 304;
    return bodiless && response.delivery() != Response.Delivery.WHOLE;
  }

  /** Announces one byte more than there is of an empty body, because something must be missing. */
  private static void breakOff(HttpExchange exchange, Response response, byte[] bytes)
      throws IOException {
    exchange.sendResponseHeaders(response.status(), Math.max(1, bytes.length));
    OutputStream out = exchange.getResponseBody();
    if (response.delivery() == Response.Delivery.HALF) {
      out.write(bytes, 0, bytes.length / 2);
    }
    out.flush();
    exchange.close();
  }
}
