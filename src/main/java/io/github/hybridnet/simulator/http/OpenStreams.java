package io.github.hybridnet.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streamed answers, each in the thread of its request, until the client or the server ends. */
final class OpenStreams {
  private final Set<ResponseStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Sends the body, after the headers, until it ends. */
  void send(HttpExchange exchange, ResponseStream stream) throws IOException {
    open.add(stream);
    if (closed) {
      stream.close();
    }
    try (OutputStream out = exchange.getResponseBody()) {
      // The client shall see the headers also if nothing follows for long.
      out.flush();
      stream.writeTo(out);
    } finally {
      open.remove(stream);
    }
  }

  void close() {
    closed = true;
    open.forEach(ResponseStream::close);
  }
}
